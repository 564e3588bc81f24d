package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What is known about a message, as text.
final class MessageFacts {

  private static final int LABEL = 20;

  private final StringBuilder text = new StringBuilder();
  private final Look look;

  private MessageFacts(Look look) {
    this.look = look;
  }

  /// All about this message.
  static String of(UUID id, AppState state, Look look) {
    List<Message> all = state.chat().chat().conversation();
    MessageFacts facts = new MessageFacts(look);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        facts.add(all.get(i), i + 1);
      }
    }
    return facts.text.isEmpty() ? "This message is not here any more." : facts.text.toString();
  }

  /// Who wrote a message.
  static String who(Message message) {
    String model = message.model().isEmpty() ? "a model" : message.model();
    return message.role() == Role.USER ? "You" : message.role() == Role.SYSTEM ? "System" : model;
  }

  private void add(Message message, int number) {
    fact("Number", String.valueOf(number));
    fact("From", who(message));
    fact("When", look.moment(message.created()));
    fact("How it ended", message.state().wireName());
    fact("Characters", Words.grouped(message.content().length()));
    message.appended().ifPresent(from -> fact("Appended", look.moment(from.at()) + ", from chat " + from.from()));
    metrics(message.metrics());
    if (!message.options().isEmpty()) {
      text.append("\n# Parameters\n");
      for (Map.Entry<String, Object> option : new TreeMap<>(message.options()).entrySet()) {
        fact(option.getKey(), String.valueOf(option.getValue()));
      }
    }
    text.append('\n');
    fact("Id", message.id().toString());
  }

  private void metrics(Metrics metrics) {
    if (metrics.equals(Metrics.UNKNOWN)) {
      return;
    }
    text.append("\n# Measured\n");
    time("Whole", metrics.totalNanos());
    time("Loading the model", metrics.loadNanos());
    time("First token after", metrics.firstTokenNanos());
    time("Thinking", metrics.thinkingNanos());
    count("Prompt", metrics.promptTokens(), metrics.promptNanos());
    count("Answer", metrics.tokens(), metrics.tokenNanos());
  }

  private void count(String label, long tokens, long nanos) {
    if (tokens >= 0) {
      String speed = nanos > 0 ? ", " + Math.round(tokens / (nanos / 1e9)) + " tok/s" : "";
      fact(label, Words.count(tokens, "token") + (nanos >= 0 ? " in " + Words.time(nanos) : "") + speed);
    }
  }

  private void time(String label, long nanos) {
    if (nanos >= 0) {
      fact(label, Words.time(nanos));
    }
  }

  private void fact(String label, String value) {
    text.append(Columns.left(label, LABEL)).append(value).append('\n');
  }
}
