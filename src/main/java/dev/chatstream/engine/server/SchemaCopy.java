package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Copies from a JSON schema what the library turns into a grammar, and refuses the rest in words. What the library
/// can't follow it answers with a C++ exception that nobody catches, and the process is gone; and large or branching
/// schemas cost it memory and minutes that nothing can cut short. So all is bounded here.
final class SchemaCopy {
  private static final int DEEPEST = 16;
  private static final int MOST_CHARACTERS = 64 << 10;
  private static final int MOST_CHOICES = 100;
  private static final String REFERENCE = "#/(\\$defs|definitions)/[A-Za-z0-9_-]+";
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");
  private static final Set<String> FORMATS = Set.of("date", "time", "date-time", "uuid");
  private static final Set<String> ONLY_WORDS =
      Set.of("title", "description", "default", "examples", "$schema", "$id", "$comment");
  /// What says by itself which values there are.
  private static final Set<String> SHAPES = Set.of("type", "$ref", "anyOf", "oneOf", "const", "enum", "properties",
      "items", "prefixItems");

  private final JsonNode root;

  private SchemaCopy(JsonNode root) {
    this.root = root;
  }

  /// @throws ApiException 400 naming what isn't supported
  static ObjectNode of(JsonNode schema) throws ApiException {
    if (schema.toString().length() > MOST_CHARACTERS) {
      throw refused("it is longer than " + MOST_CHARACTERS + " characters");
    }
    ObjectNode copy = new SchemaCopy(schema).copy(schema, 0);
    if (copy.isEmpty()) {
      throw refused("it says nothing");
    }
    return copy;
  }

  static ApiException refused(String words) {
    return ApiException.bad("format: this engine can't follow the schema: " + words);
  }

  static void require(boolean right, String otherwise) throws ApiException {
    if (!right) {
      throw refused(otherwise);
    }
  }

  private ObjectNode copy(JsonNode schema, int depth) throws ApiException {
    require(schema.isObject(), "an object is wanted where " + schema.getNodeType() + " stands");
    require(depth <= DEEPEST, "it is nested more than " + DEEPEST + " deep");
    ObjectNode copy = Fields.object();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (!ONLY_WORDS.contains(entry.getKey())) {
        copy.set(entry.getKey(), value(entry.getKey(), entry.getValue(), depth));
      }
    }
    boolean shaped = copy.properties().stream().anyMatch(entry -> SHAPES.contains(entry.getKey()));
    require(shaped || copy.isEmpty() && depth > 0, "a type is missing beside " + copy);
    SchemaBounds.check(copy);
    return copy;
  }

  private JsonNode value(String name, JsonNode value, int depth) throws ApiException {
    return switch (name) {
      case "type" -> type(value);
      case "properties", "$defs", "definitions" -> each(value, depth);
      case "items" -> value.isArray() ? list(name, value, depth) : copy(value, depth + 1);
      case "prefixItems", "anyOf", "oneOf" -> list(name, value, depth);
      case "additionalProperties" -> value.isBoolean() ? value : copy(value, depth + 1);
      case "format" -> checked(value, value.isTextual() && FORMATS.contains(value.textValue()), name);
      case "$ref" -> reference(value);
      case "const" -> checked(value, value.isValueNode(), name);
      case "enum", "required" -> values(name, value);
      default -> checked(value, SchemaBounds.known(name, value), name);
    };
  }

  private static JsonNode checked(JsonNode value, boolean right, String name) throws ApiException {
    require(right, name + " " + value);
    return value;
  }

  /// Of several types only one may have parts: each type takes a copy of them, and copies of copies grow without end.
  private static JsonNode type(JsonNode value) throws ApiException {
    Set<String> seen = new HashSet<>();
    for (JsonNode one : value.isArray() ? value : Fields.object().putArray("type").add(value)) {
      require(one.isTextual() && TYPES.contains(one.textValue()) && seen.add(one.textValue()), "type " + value);
    }
    require(!seen.isEmpty() && !seen.containsAll(Set.of("object", "array")), "type " + value);
    return value;
  }

  private ObjectNode each(JsonNode schemas, int depth) throws ApiException {
    require(schemas.isObject() && schemas.size() <= MOST_CHOICES,
        "up to " + MOST_CHOICES + " named schemas are wanted");
    ObjectNode copy = Fields.object();
    for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
      require(!entry.getKey().startsWith("$"), "a name that begins with $");
      copy.set(entry.getKey(), copy(entry.getValue(), depth + 1));
    }
    return copy;
  }

  private ArrayNode list(String name, JsonNode schemas, int depth) throws ApiException {
    require(schemas.isArray() && !schemas.isEmpty() && schemas.size() <= MOST_CHOICES,
        name + " wants one to " + MOST_CHOICES + " schemas");
    ArrayNode copy = Fields.object().putArray(name);
    for (JsonNode schema : schemas) {
      copy.add(copy(schema, depth + 1));
    }
    return copy;
  }

  private static JsonNode values(String name, JsonNode values) throws ApiException {
    boolean names = name.equals("required");
    int most = 10 * MOST_CHOICES;
    require(values.isArray() && (names || !values.isEmpty()) && values.size() <= most, name + " " + values);
    for (JsonNode value : values) {
      require(names ? value.isTextual() : value.isValueNode(), name + " " + value);
    }
    return values;
  }

  /// Only within the schema, and never round in a circle of references alone.
  private JsonNode reference(JsonNode value) throws ApiException {
    Set<String> seen = new HashSet<>();
    JsonNode at = value;
    while (!at.isMissingNode()) {
      String reference = at.isTextual() ? at.textValue() : "";
      require(reference.matches(REFERENCE), "$ref " + at);
      require(seen.add(reference), "$ref " + reference + " leads back to itself");
      JsonNode target = root.at(reference.substring(1));
      require(target.isObject(), "$ref " + reference + " leads nowhere");
      at = target.path("$ref");
    }
    return value;
  }
}
