package dev.chatstream.care.work;

import java.util.Locale;

/// How bad a finding is.
public enum Severity {
  /// Nothing has to be done.
  INFO,
  /// Something should be done; nothing is lost.
  WARNING,
  /// Content can't be read, or may be lost.
  DAMAGE;

  /// As it is printed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
