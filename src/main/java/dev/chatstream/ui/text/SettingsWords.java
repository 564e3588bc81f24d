package dev.chatstream.ui.text;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/// How a chat is led, in words.
public final class SettingsWords {

  private static final int MOST = 3;
  private static final int LONGEST = 12;

  private SettingsWords() {}

  /// What is not as usual, short enough for the status line; empty when all is. The window has its own place there.
  public static String brief(ChatSettings settings) {
    List<String> parts = new ArrayList<>();
    if (!settings.system().isBlank()) {
      parts.add("prompt");
    }
    settings.values().forEach((parameter, value) -> {
      String text = parameter.text(value);
      if (parameter != Parameter.NUM_CTX) {
        parts.add(parameter.wireName() + (text.length() > LONGEST ? "" : " " + Sanitizer.line(text)));
      }
    });
    int more = parts.size() - MOST;
    return more > 0
        ? String.join(", ", parts.subList(0, MOST)) + " +" + more
        : String.join(", ", parts);
  }

  /// All of it on a line.
  public static String whole(ChatSettings settings) {
    List<String> parts = new ArrayList<>();
    settings.values().forEach((parameter, value) -> parts.add(parameter.wireName() + " " + parameter.text(value)));
    if (!settings.system().isBlank()) {
      parts.add("prompt: " + settings.system().strip().replace('\n', ' '));
    }
    return parts.isEmpty() ? "All as usual." : Sanitizer.line(String.join(", ", parts));
  }
}
