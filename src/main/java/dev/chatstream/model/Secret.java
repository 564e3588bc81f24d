package dev.chatstream.model;

/// A key that never prints, and the header that carries it.
final class Secret {

  private static final String STANDARD = "Authorization";

  private final String header;
  private final String value;

  /// A bearer token.
  Secret(String token) {
    this(STANDARD, "Bearer " + token);
  }

  /// @param header such as `X-Api-Key`
  /// @param value all that stands behind it
  Secret(String header, String value) {
    this.header = header;
    this.value = value;
  }

  /// The name of the header.
  String header() {
    return header;
  }

  /// The value of the header; the only way out.
  String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.header.equals(header) && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
