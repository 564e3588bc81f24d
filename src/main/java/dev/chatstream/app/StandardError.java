package dev.chatstream.app;

import dev.chatstream.term.Sanitizer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tinylog.Logger;

/// The last words, when the screen is gone.
final class StandardError {

  private StandardError() {}

  static void say(String sentence) {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.err)) {
      out.write((Sanitizer.line(sentence) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyReads) {
      Logger.warn("nobody reads standard error: {}", sentence);
    }
  }
}
