package dev.chatstream.core.chat;

import java.util.Locale;
import java.util.Optional;

/// Who wrote a message. The wire name (Ollama's API, our files) is the lower-case constant name.
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT,
  TOOL;

  private static final Role[] ALL = values();

  /// The name used in files and on the wire: `system`, `user`, `assistant`, `tool`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role with this wire name, or empty when it is unknown. Case does not matter.
  public static Optional<Role> parse(String wireName) {
    for (Role role : ALL) {
      if (role.name().equalsIgnoreCase(wireName)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
