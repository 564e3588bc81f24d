package dev.chatstream.ui.theme;

import java.util.Locale;
import java.util.Optional;

/// What a piece of the screen is, so that a theme can say how it looks. In theme files: the lower-case name with dots
/// for underscores.
public enum ThemeRole {
  TEXT,
  DIM,
  USER,
  ASSISTANT,
  THINKING,
  HEADING,
  LINK,
  CODE,
  CODE_KEYWORD,
  CODE_STRING,
  CODE_COMMENT,
  CODE_NUMBER,
  ACCENT,
  FOCUS,
  RULE,
  SELECTION,
  MATCH,
  INPUT,
  PLACEHOLDER,
  INFO,
  WARNING,
  ERROR,
  STATUS,
  HINT,
  TITLE,
  DIALOG,
  DIALOG_BORDER,
  LOG_TRACE,
  LOG_DEBUG,
  LOG_INFO,
  LOG_WARN,
  LOG_ERROR;

  /// Its name in theme files.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /// The role with this name in theme files.
  public static Optional<ThemeRole> parse(String key) {
    for (ThemeRole role : values()) {
      if (role.key().equals(key)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
