package dev.chatstream.core.event;

/// What became of a text that was meant for the terminal's clipboard. Whether the terminal took it nobody can know.
public enum Clip {
  /// It was sent.
  SENT,
  /// Terminals drop texts as long as this, so it was not sent.
  TOO_LONG,
  /// This terminal has no clipboard that a program can reach.
  NOWHERE
}
