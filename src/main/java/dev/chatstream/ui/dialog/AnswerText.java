package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.text.WrappedText;
import java.util.Optional;

/// An answer as wrapped lines, which grows at its end for the price of what came.
final class AnswerText {

  private static final int USUAL_WIDTH = 80;

  private WrappedText wrapped = new WrappedText(USUAL_WIDTH);
  private String heading = "";
  private int taken;
  private Chat endedIn;

  /// Takes what came of a running turn since the last time.
  void grow(Turn turn) {
    if (turn.text().length() < taken) {
      set("");
    }
    if (turn.text().length() > taken) {
      wrapped.append(Sanitizer.lines(turn.text().from(taken)));
      taken = turn.text().length();
    }
    String phase = switch (turn.phase()) {
      case WAITING -> "waiting";
      case THINKING -> "thinking";
      case WRITING -> "writing";
      case STOPPING -> "stopping";
    };
    heading = turn.model() + ", " + phase;
    endedIn = null;
  }

  /// Whether the end of the answer was taken from this chat already.
  boolean ended(Chat chat) {
    return endedIn == chat;
  }

  /// Takes the whole answer; empty when the chat has none.
  void end(Chat chat, Optional<Message> message) {
    endedIn = chat;
    set(message.map(Message::content).orElse(""));
    heading = message.map(AnswerText::words).orElse("no answer");
  }

  private static String words(Message message) {
    String state = message.state() == MessageState.DONE ? "" : ", " + message.state().wireName();
    String tokens = message.metrics().tokens() < 0 ? "" : ", " + message.metrics().tokens() + " tok";
    return message.model() + state + tokens;
  }

  private void set(String text) {
    wrapped = WrappedText.of(Sanitizer.lines(text), USUAL_WIDTH);
    taken = text.length();
  }

  String heading() {
    return heading;
  }

  /// How many lines it has at this width.
  int lines(int width) {
    wrapped.setWidth(width);
    return wrapped.lines();
  }

  String line(int number) {
    return wrapped.line(number);
  }
}
