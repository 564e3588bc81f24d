package dev.chatstream.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Standard input.
final class Input {

  /// More than any model's window holds.
  private static final int LARGEST = 64 * 1024 * 1024;

  private Input() {}

  /// All of it as UTF-8 text.
  static String all() {
    try {
      byte[] bytes = System.in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Failed(ExitCode.USAGE, "Standard input holds more than 64 MB.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Failed(ExitCode.FAILED, "Standard input can't be read: " + e.getMessage() + ".");
    }
  }
}
