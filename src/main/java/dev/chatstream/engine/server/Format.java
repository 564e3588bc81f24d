package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;

/// A call's `format`: `json`, or a JSON schema.
final class Format {
  private static final String ANY_OBJECT = "{\"type\":\"object\"}";

  private Format() {}

  /// The schema as text, or empty when the answer is free.
  ///
  /// @throws ApiException 400 for what the library can't follow
  static String schema(JsonNode format) throws ApiException {
    if (format.isMissingNode() || format.isNull() || (format.isTextual() && format.textValue().isEmpty())) {
      return "";
    }
    if (format.isTextual() && format.textValue().equals("json")) {
      return ANY_OBJECT;
    }
    if (!format.isObject()) {
      throw ApiException.bad("invalid format: \"json\" or a JSON schema is wanted");
    }
    return SchemaCopy.of(format).toString();
  }
}
