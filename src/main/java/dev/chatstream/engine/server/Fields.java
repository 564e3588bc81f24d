package dev.chatstream.engine.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// Reads a call's JSON, with words for whatever has the wrong type.
final class Fields {
  private static final int DEEPEST = 64;
  private static final ObjectMapper JSON = mapper();

  private Fields() {}

  private static ObjectMapper mapper() {
    ObjectMapper mapper = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    return mapper;
  }

  /// A new, empty object.
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /// The call's body.
  ///
  /// @throws ApiException 400 unless it is one JSON object
  static ObjectNode parse(byte[] body) throws ApiException {
    if (body.length == 0) {
      throw ApiException.bad("missing request body");
    }
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new ApiException(400, "invalid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ApiException(400, "invalid JSON: " + e.getMessage(), e);
    }
    throw ApiException.bad("invalid JSON: an object is wanted");
  }

  /// A text, or empty when it isn't there.
  static String text(JsonNode object, String name) throws ApiException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isTextual() ? value.textValue() : wrong(name, "a string");
  }

  /// True or false, or `standard` when it isn't there.
  static boolean flag(JsonNode object, String name, boolean standard) throws ApiException {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    return value.isBoolean() ? value.booleanValue() : wrong(name, "true or false");
  }

  /// Whether it is there and says something.
  static boolean given(JsonNode object, String name) {
    JsonNode value = object.path(name);
    boolean empty =
        (value.isContainerNode() && value.isEmpty()) || (value.isTextual() && value.textValue().isEmpty());
    return !value.isMissingNode() && !value.isNull() && !empty;
  }

  /// @throws ApiException always
  static <T> T wrong(String name, String wanted) throws ApiException {
    throw ApiException.bad(name + " must be " + wanted);
  }
}
