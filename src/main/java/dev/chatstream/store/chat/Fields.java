package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the fields of one JSON object and tells what is wrong with them in words.
///
/// @param what what the object is, such as `message 3`, for the reason of a failure
public record Fields(ObjectNode object, String what) {

  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  /// Looks at this node, which has to be an object.
  public static Fields of(JsonNode node, String what) throws BadChat {
    if (node instanceof ObjectNode object) {
      return new Fields(object, what);
    }
    throw new BadChat(what + " is not an object");
  }

  /// A text that must be there.
  public String text(String name) throws IOException {
    return optionalText(name).orElseThrow(() -> new BadChat(what + " has no " + name));
  }

  /// A text, or empty when it is missing or null.
  public Optional<String> optionalText(String name) throws IOException {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new BadChat("the " + name + " of " + what + " is not a text");
    }
    return Optional.of(value.textValue());
  }

  /// An id, or empty when it is missing.
  public Optional<UUID> id(String name) throws IOException {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(uuid(text.get()));
  }

  /// A time, or empty when it is missing.
  public Optional<Instant> time(String name) throws IOException {
    Optional<String> text = optionalText(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(Times.parse(text.get()));
  }

  /// A whole number, or -1 when it is missing.
  public long number(String name) throws IOException {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return -1;
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber()) {
      throw new BadChat("the " + name + " of " + what + " is not a whole number");
    }
    return value.longValue();
  }

  /// An object as a map in its order; empty when it is missing.
  Map<String, Object> map(String name) throws IOException {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Map.of() : plain(of(value, "the " + name + " of " + what).object);
  }

  Optional<Fields> optionalObject(String name) throws IOException {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(of(value, name + " of " + what));
  }

  /// All fields but these, in their order.
  Map<String, Object> except(Set<String> known) {
    ObjectNode rest = object.objectNode();
    object.properties().forEach(field -> {
      if (!known.contains(field.getKey())) {
        rest.set(field.getKey(), field.getValue());
      }
    });
    return plain(rest);
  }

  static UUID uuid(String text) throws IOException {
    try {
      UUID id = UUID.fromString(text);
      // The JDK also takes shortened ids; written back they would be others.
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new BadChat("\"" + text + "\" is not an id");
    }
    throw new BadChat("\"" + text + "\" is not an id");
  }

  private static Map<String, Object> plain(ObjectNode object) {
    return Json.MAPPER.convertValue(object, MAP);
  }
}
