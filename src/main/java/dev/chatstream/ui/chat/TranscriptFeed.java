package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Keeps the transcript like the chat: what is new is added, what grew is extended, nothing else is touched.
final class TranscriptFeed {

  private final Look look;
  private final Transcript transcript;
  private List<Message> shown = List.of();
  private final List<String> tail = new ArrayList<>();
  private UUID streaming;
  private int streamedText;
  private Sanitizer sanitizer = new Sanitizer();
  private int width = 1;

  TranscriptFeed(Look look, Transcript transcript) {
    this.look = look;
    this.transcript = transcript;
  }

  void setWidth(int columns) {
    width = columns;
    transcript.setWidth(columns);
  }

  /// Brings the transcript up to this chat.
  ///
  /// @return the first block that looks different; the number of blocks when none does
  int show(ChatState chat) {
    int first = messages(chat.chat().conversation());
    boolean settled = first == transcript.size();
    if (chat.turn().isPresent()) {
      first = Math.min(first, stream(chat.turn().get(), settled));
    } else if (streaming != null) {
      streaming = null;
    }
    return Math.min(first, tail(chat));
  }

  private int messages(List<Message> conversation) {
    if (conversation == shown) {
      return transcript.size();
    }
    int same = 0;
    while (same < shown.size() && same < conversation.size() && shown.get(same) == conversation.get(same)) {
      same++;
    }
    transcript.cut(same);
    streaming = null;
    tail.clear();
    for (Message message : conversation.subList(same, conversation.size())) {
      transcript.add(block(message));
    }
    shown = conversation;
    return same;
  }

  private Block block(Message message) {
    boolean user = message.role() == Role.USER;
    String name = user ? "You" : message.role() == Role.SYSTEM ? "System" : model(message.model());
    return new Block(
        name,
        user ? ThemeRole.USER : ThemeRole.ASSISTANT,
        ThemeRole.TEXT,
        note(message),
        WrappedText.of(Sanitizer.lines(message.content().stripTrailing()), width));
  }

  private String note(Message message) {
    StringBuilder note = new StringBuilder();
    if (message.appended().isPresent()) {
      note.append("appended · ");
    }
    if (message.state() != MessageState.DONE) {
      note.append(message.unanswered() ? "no answer" : message.state().wireName()).append(" · ");
    }
    note.append(look.clock(message.created()));
    Metrics metrics = message.metrics();
    if (metrics.totalNanos() >= 0) {
      note.append(" · ").append(Math.round(metrics.totalNanos() / 1e9)).append(" s");
    }
    if (metrics.tokens() >= 0) {
      note.append(" · ").append(metrics.tokens()).append(" tok");
    }
    return note.toString().replace("·", look.glyphs().dot());
  }

  /// The answer that is coming is the block after the messages.
  private int stream(Turn turn, boolean settled) {
    int index = shown.size();
    boolean fresh = !turn.id().equals(streaming) || transcript.size() <= index;
    if (fresh) {
      transcript.cut(index);
      tail.clear();
      streaming = turn.id();
      streamedText = 0;
      sanitizer = new Sanitizer();
      transcript.add(new Block(model(turn.model()), ThemeRole.ASSISTANT, ThemeRole.TEXT, "", new WrappedText(width)));
    }
    Block block = transcript.block(index);
    boolean grew = turn.text().length() > streamedText;
    if (grew) {
      block.text().append(sanitizer.next(turn.text().from(streamedText)));
      streamedText = turn.text().length();
    }
    String note = phase(turn);
    boolean renamed = !note.equals(block.note());
    block.setNote(note);
    if (fresh || grew || renamed) {
      transcript.changed(index);
      return index;
    }
    return settled ? transcript.size() : index;
  }

  private static String phase(Turn turn) {
    return switch (turn.phase()) {
      case WAITING -> "waiting";
      case THINKING -> "thinking";
      case WRITING -> "writing";
      case STOPPING -> "stopping";
    };
  }

  /// Below all messages: why the last question got no answer, and the questions that wait.
  private int tail(ChatState chat) {
    List<String> wanted = new ArrayList<>();
    if (!chat.trouble().isEmpty()) {
      wanted.add(chat.trouble());
    }
    wanted.addAll(chat.queued());
    int from = shown.size() + (streaming == null ? 0 : 1);
    if (wanted.equals(tail) && transcript.size() == from + tail.size()) {
      return transcript.size();
    }
    transcript.cut(from);
    tail.clear();
    tail.addAll(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      boolean trouble = i == 0 && !chat.trouble().isEmpty();
      transcript.add(new Block(
          trouble ? "No answer" : "You",
          trouble ? ThemeRole.WARNING : ThemeRole.USER,
          trouble ? ThemeRole.TEXT : ThemeRole.DIM,
          trouble ? "" : "queued",
          WrappedText.of(Sanitizer.lines(wanted.get(i)), width)));
    }
    return from;
  }

  private static String model(String name) {
    return name.isEmpty() ? "Model" : Sanitizer.line(name);
  }
}
