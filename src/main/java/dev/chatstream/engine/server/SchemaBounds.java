package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// The numbers of a JSON schema: small enough for a grammar, and no smallest one above its largest.
final class SchemaBounds {
  private static final int MOST_REPEATS = 1_000;
  private static final Set<String> COUNTS = Set.of("minItems", "maxItems", "minLength", "maxLength");
  private static final Set<String> LIMITS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final String PLAIN_NAME = "[A-Za-z0-9_ .-]+";

  private SchemaBounds() {}

  /// Whether it is one of the numbers that a grammar can follow.
  static boolean known(String name, JsonNode value) {
    if (COUNTS.contains(name)) {
      return value.isInt() && value.intValue() >= 0 && value.intValue() <= MOST_REPEATS;
    }
    return LIMITS.contains(name) && value.isInt();
  }

  /// @throws ApiException 400 when two keywords contradict each other
  static void check(ObjectNode schema) throws ApiException {
    ordered(schema.path("minItems").asLong(0), schema.path("maxItems").asLong(MOST_REPEATS), schema);
    ordered(schema.path("minLength").asLong(0), schema.path("maxLength").asLong(MOST_REPEATS), schema);
    long least = Math.max(schema.path("minimum").asLong(Long.MIN_VALUE),
        above(schema.path("exclusiveMinimum")));
    long most = Math.min(schema.path("maximum").asLong(Long.MAX_VALUE), below(schema.path("exclusiveMaximum")));
    ordered(least, most, schema);
    names(schema);
  }

  private static long above(JsonNode exclusive) {
    return exclusive.isMissingNode() ? Long.MIN_VALUE : exclusive.asLong() + 1;
  }

  private static long below(JsonNode exclusive) {
    return exclusive.isMissingNode() ? Long.MAX_VALUE : exclusive.asLong() - 1;
  }

  private static void ordered(long least, long most, JsonNode schema) throws ApiException {
    SchemaCopy.require(least <= most, "nothing fits " + schema);
  }

  /// A grammar for "any other name" is made of the names' bytes, one by one, unescaped.
  private static void names(JsonNode schema) throws ApiException {
    JsonNode others = schema.path("additionalProperties");
    if (others.isMissingNode() || others.isBoolean() && !others.booleanValue()) {
      return;
    }
    for (var property : schema.path("properties").properties()) {
      SchemaCopy.require(property.getKey().matches(PLAIN_NAME),
          "beside additionalProperties a name is of letters without accents, digits, space, _ . -");
    }
  }
}
