package dev.chatstream.core.event;

/// A file that a person may write by hand.
public enum OwnFile {
  SETTINGS,
  KEYS
}
