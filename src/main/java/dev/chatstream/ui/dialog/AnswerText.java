package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.markdown.Sections;
import java.util.List;
import java.util.Optional;

/// An answer as lines of Markdown that was read, which grows at its end for the price of what came.
final class AnswerText {

  private Sections sections = Sections.markdown();
  private String heading = "";
  private int taken;
  private Chat endedIn;

  /// Takes what came of a running turn since the last time.
  void grow(Turn turn) {
    if (turn.text().length() < taken) {
      sections = Sections.markdown();
      taken = 0;
    }
    if (turn.text().length() > taken) {
      sections.grow(turn.text(), false);
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
    sections = Sections.markdown();
    sections.grow(text.stripTrailing(), true);
    taken = text.length();
  }

  String heading() {
    return heading;
  }

  /// How many lines it has on this page.
  int lines(Page page) {
    int lines = 0;
    for (int i = 0; i < sections.size(); i++) {
      lines += sections.get(i).lines(sections.text(), page).size();
    }
    return lines;
  }

  /// One of them.
  String line(int number, Page page) {
    int before = 0;
    for (int i = 0; i < sections.size(); i++) {
      List<Line> lines = sections.get(i).lines(sections.text(), page);
      if (number < before + lines.size()) {
        return lines.get(number - before).text();
      }
      before += lines.size();
    }
    return "";
  }
}
