package dev.chatstream.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// A failure as text: its own frames and those of its causes, a bounded number of each.
final class StackTraces {

  private static final int FRAMES = 40;
  private static final int CAUSES = 6;

  private StackTraces() {}

  /// The message, and under it the failure when there is one.
  static String join(String message, Throwable failure) {
    if (failure == null) {
      return message;
    }
    StringBuilder text = new StringBuilder(message);
    if (!message.isEmpty()) {
      text.append(": ");
    }
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable at = failure;
    while (at != null && seen.size() < CAUSES && seen.add(at)) {
      text.append(seen.size() == 1 ? "" : "\nCaused by: ").append(at);
      frames(text, at.getStackTrace());
      at = at.getCause();
    }
    return text.toString();
  }

  private static void frames(StringBuilder text, StackTraceElement[] frames) {
    int shown = Math.min(frames.length, FRAMES);
    for (int i = 0; i < shown; i++) {
      text.append("\n    at ").append(frames[i]);
    }
    if (shown < frames.length) {
      text.append("\n    ... ").append(frames.length - shown).append(" more");
    }
  }
}
