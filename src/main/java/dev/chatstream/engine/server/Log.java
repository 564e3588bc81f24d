package dev.chatstream.engine.server;

import java.io.PrintStream;

/// The child's log: lines on its standard error, which the parent puts into the program's log. Never a secret, never a
/// person's words.
final class Log {
  private static final PrintStream OUT = System.err;
  private static final boolean DEBUG = Boolean.getBoolean("dev.chatstream.engine.debug");

  private Log() {}

  static void line(String words) {
    OUT.println("engine: " + words);
  }

  /// What is of interest to no one but a developer.
  static void debug(String words) {
    if (DEBUG) {
      line(words);
    }
  }

  static void failure(String where, Throwable cause) {
    line(where + ": " + cause);
    for (StackTraceElement frame : cause.getStackTrace()) {
      line("  at " + frame);
    }
  }
}
