package dev.chatstream.model;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatResponseModel;
import io.github.ollama4j.utils.Utils;
import java.io.IOException;

/// JSON as ollama4j reads and writes it: the library's own mapper, with three things mended before its first use.
final class Wire {

  private static final ObjectMapper MAPPER = mend(Utils.getObjectMapper());
  private static final ObjectReader CHUNK = MAPPER.readerFor(OllamaChatResponseModel.class);

  private Wire() {}

  /// One line of a streamed answer.
  static OllamaChatResponseModel chunk(byte[] bytes, int from, int length) throws IOException {
    return CHUNK.readValue(bytes, from, length);
  }

  /// Any other answer.
  static JsonNode tree(byte[] bytes, int from, int length) throws IOException {
    return MAPPER.readTree(bytes, from, length);
  }

  /// What is sent.
  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be written as JSON", e);
    }
  }

  private static ObjectMapper mend(ObjectMapper mapper) {
    // Newer servers send fields that the library's strict types don't know.
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    // `"content":null` beside tool calls or thinking would throw in a setter that takes no null.
    JsonSetter.Value skipNulls = JsonSetter.Value.forValueNulls(Nulls.SKIP);
    mapper.configOverride(String.class).setSetterInfo(skipNulls);
    mapper.configOverride(OllamaChatMessageRole.class).setSetterInfo(skipNulls);
    // Each role that the library's type reads is added to a static list for ever: 156 bytes a token.
    mapper.registerModule(
        new SimpleModule("roles").addDeserializer(OllamaChatMessageRole.class, new RoleDeserializer()));
    return mapper;
  }

  private static final class RoleDeserializer extends JsonDeserializer<OllamaChatMessageRole> {
    @Override
    public OllamaChatMessageRole deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return switch (parser.getValueAsString("")) {
        case "system" -> OllamaChatMessageRole.SYSTEM;
        case "user" -> OllamaChatMessageRole.USER;
        case "tool" -> OllamaChatMessageRole.TOOL;
        // Whatever a server calls the one who answers: it is the assistant.
        default -> OllamaChatMessageRole.ASSISTANT;
      };
    }
  }
}
