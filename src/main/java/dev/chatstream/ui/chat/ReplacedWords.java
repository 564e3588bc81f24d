package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.widget.Columns;
import java.util.List;
import java.util.Optional;

/// Says which message the text in the input is to stand beside.
final class ReplacedWords {

  private static final int WIDTH = 40;

  private ReplacedWords() {}

  /// Empty while the text in the input is a new question.
  static Optional<String> of(AppState state) {
    return state.chat().steering().replacing().map(message -> {
      List<Message> path = state.chat().chat().conversation();
      int number = path.indexOf(message) + 1;
      String words = Sanitizer.line(message.content().strip().lines().findFirst().orElse(""));
      return "In place of " + (number > 0 ? "message " + number : "a message") + ": "
          + Columns.cut(words, WIDTH, "...");
    });
  }
}
