package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Lets only those JSON schemas through that the library turns into a grammar. On any other one its C++ code throws
/// where nobody catches, and the process is gone; on a huge repetition it eats the memory.
final class SchemaCheck {
  private static final int DEEPEST = 32;
  private static final int MOST_REPEATS = 1_000;
  private static final int MOST_CHARACTERS = 64 << 10;
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");
  private static final Set<String> COUNTS = Set.of("minItems", "maxItems", "minLength", "maxLength");
  private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final Set<String> WORDS_ONLY =
      Set.of("title", "description", "default", "examples", "$schema", "$id", "$comment", "enum", "const", "required");
  private static final Set<String> FORMATS = Set.of("date", "time", "date-time", "uuid");

  private final JsonNode root;

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  /// @throws ApiException 400 naming what isn't supported
  static void check(JsonNode schema) throws ApiException {
    if (schema.toString().length() > MOST_CHARACTERS) {
      throw refused("it is longer than " + MOST_CHARACTERS + " characters");
    }
    new SchemaCheck(schema).visit(schema, 0);
  }

  private static ApiException refused(String words) {
    return ApiException.bad("format: this engine can't follow the schema: " + words);
  }

  private void visit(JsonNode schema, int depth) throws ApiException {
    if (!schema.isObject()) {
      throw refused("an object is wanted where " + schema.getNodeType() + " stands");
    }
    if (depth > DEEPEST) {
      throw refused("it is nested more than " + DEEPEST + " deep");
    }
    if (schema.isEmpty() && depth == 0) {
      throw refused("it is empty");
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      keyword(entry.getKey(), entry.getValue(), depth);
    }
  }

  private void keyword(String name, JsonNode value, int depth) throws ApiException {
    switch (name) {
      case "type" -> type(value);
      case "properties", "$defs", "definitions" -> each(value, depth);
      case "items" -> items(value, depth);
      case "prefixItems", "anyOf", "oneOf" -> list(name, value, depth);
      case "additionalProperties" -> additional(value, depth);
      case "format" -> require(value.isTextual() && FORMATS.contains(value.textValue()), "format " + value);
      case "$ref" -> reference(value);
      default -> plain(name, value);
    }
  }

  private static void plain(String name, JsonNode value) throws ApiException {
    switch (name) {
      case "enum" -> require(value.isArray() && !value.isEmpty(), "an enum without values");
      case "required" -> {
        require(value.isArray(), "required is no list");
        for (JsonNode item : value) {
          require(item.isTextual(), "required holds " + item);
        }
      }
      default -> {
        boolean count = COUNTS.contains(name) && value.isInt() && value.intValue() >= 0
            && value.intValue() <= MOST_REPEATS;
        boolean bound = BOUNDS.contains(name) && value.isInt();
        require(count || bound || WORDS_ONLY.contains(name), name + " " + value);
      }
    }
  }

  private static void require(boolean right, String otherwise) throws ApiException {
    if (!right) {
      throw refused(otherwise);
    }
  }

  private static void type(JsonNode value) throws ApiException {
    if (value.isArray() && !value.isEmpty()) {
      for (JsonNode one : value) {
        require(one.isTextual() && TYPES.contains(one.textValue()), "type " + one);
      }
    } else {
      require(value.isTextual() && TYPES.contains(value.textValue()), "type " + value);
    }
  }

  private void each(JsonNode schemas, int depth) throws ApiException {
    require(schemas.isObject(), "an object of schemas is wanted");
    for (JsonNode schema : schemas) {
      visit(schema, depth + 1);
    }
  }

  private void items(JsonNode value, int depth) throws ApiException {
    if (value.isArray()) {
      list("items", value, depth);
    } else {
      visit(value, depth + 1);
    }
  }

  private void list(String name, JsonNode schemas, int depth) throws ApiException {
    require(schemas.isArray() && !schemas.isEmpty(), name + " without schemas");
    for (JsonNode schema : schemas) {
      visit(schema, depth + 1);
    }
  }

  private void additional(JsonNode value, int depth) throws ApiException {
    if (!value.isBoolean()) {
      visit(value, depth + 1);
    }
  }

  /// Only within the schema, and never round in a circle of references alone.
  private void reference(JsonNode value) throws ApiException {
    Set<String> seen = new HashSet<>();
    JsonNode at = value;
    while (!at.isMissingNode()) {
      String reference = at.isTextual() ? at.textValue() : "";
      require(reference.matches("#/(\\$defs|definitions)/[A-Za-z0-9_-]+"), "$ref " + at);
      require(seen.add(reference), "$ref " + reference + " leads back to itself");
      JsonNode target = root.at(reference.substring(1));
      require(target.isObject(), "$ref " + reference + " leads nowhere");
      at = target.path("$ref");
    }
  }
}
