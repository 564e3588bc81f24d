package dev.chatstream.model;

/// A key that never prints.
final class Secret {

  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /// The value of an Authorization header; the only way out.
  String authorization() {
    return "Bearer " + value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
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
