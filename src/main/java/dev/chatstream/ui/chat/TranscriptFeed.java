package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the transcript like the chat: what is new is added, what grew is extended, nothing else is touched.
final class TranscriptFeed {

  private final Look look;
  private final Transcript transcript;
  private List<Message> shown = List.of();
  private List<Message> beside = List.of();
  private List<ChatTree.Fork> forks = List.of();
  /// The first item of each message that is shown, and of what stands after the last one.
  private final List<Integer> firstItems = new ArrayList<>(List.of(0));
  private final List<String> tail = new ArrayList<>();
  private UUID streaming;
  private Sections coming = Sections.markdown();
  private int comingFrom;
  private int comingLength;

  TranscriptFeed(Look look, Transcript transcript) {
    this.look = look;
    this.transcript = transcript;
  }

  /// Brings the transcript up to this chat.
  ///
  /// @return the first item that looks different; the number of items when none does
  int show(ChatState chat) {
    int first = messages(chat.chat());
    boolean settled = first == transcript.size();
    if (chat.turn().isPresent()) {
      first = Math.min(first, stream(chat.turn().get(), settled));
    } else if (streaming != null) {
      streaming = null;
    }
    return Math.min(first, tail(chat));
  }

  /// True for the last part of the answer that is coming.
  boolean grows(Item.Said said) {
    return streaming != null && coming.size() > 0 && said.section() == coming.get(coming.size() - 1);
  }

  /// The message of this item, among those that have other versions; the nearest one before it down to the other item.
  Optional<Message> forked(int lastItem, int firstItem) {
    for (int message = shown.size() - 1; message >= 0 && firstItems.get(message + 1) > firstItem; message--) {
      if (firstItems.get(message) <= lastItem && fork(forks, message).parts()) {
        return Optional.of(shown.get(message));
      }
    }
    return Optional.empty();
  }

  private static ChatTree.Fork fork(List<ChatTree.Fork> forks, int message) {
    return message < forks.size() ? forks.get(message) : ChatTree.Fork.NONE;
  }

  private int messages(Chat chat) {
    List<Message> conversation = chat.conversation();
    if (conversation == shown && chat.branches() == beside) {
      return transcript.size();
    }
    List<ChatTree.Fork> parting = chat.branches().isEmpty() ? List.of() : ChatTree.of(chat).forks();
    int same = 0;
    while (same < shown.size() && same < conversation.size() && shown.get(same) == conversation.get(same)
        && fork(forks, same).equals(fork(parting, same))) {
      same++;
    }
    beside = chat.branches();
    forks = parting;
    if (same == shown.size() && same == conversation.size()) {
      shown = conversation;
      return transcript.size();
    }
    int first = firstItems.get(same);
    transcript.cut(first);
    firstItems.subList(same + 1, firstItems.size()).clear();
    streaming = null;
    tail.clear();
    for (int i = same; i < conversation.size(); i++) {
      add(conversation.get(i), fork(forks, i));
      firstItems.add(transcript.size());
    }
    shown = conversation;
    return first;
  }

  /// What a person wrote is shown as it is; what a model wrote is read as Markdown.
  private void add(Message message, ChatTree.Fork fork) {
    boolean user = message.role() == Role.USER;
    String name = user ? "You" : message.role() == Role.SYSTEM ? "System" : model(message.model());
    heading(name, user ? ThemeRole.USER : ThemeRole.ASSISTANT, note(message, fork));
    said(
        user || message.role() == Role.SYSTEM ? Sections.plain() : Sections.markdown(),
        message.content().stripTrailing(),
        ThemeRole.TEXT);
  }

  private void heading(String name, ThemeRole role, String note) {
    transcript.add(new Item.Heading(name, role, note, transcript.size() == 0));
  }

  private void said(Sections sections, CharSequence text, ThemeRole role) {
    sections.grow(text, true);
    for (int i = 0; i < sections.size(); i++) {
      transcript.add(new Item.Said(sections, sections.get(i), role));
    }
  }

  private String note(Message message, ChatTree.Fork fork) {
    StringBuilder note = new StringBuilder();
    if (fork.parts()) {
      note.append(fork.number()).append('/').append(fork.of()).append(" · ");
    }
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

  /// The answer that is coming stands after the messages.
  private int stream(Turn turn, boolean settled) {
    int heading = firstItems.getLast();
    boolean fresh = !turn.id().equals(streaming) || transcript.size() <= heading;
    if (fresh) {
      transcript.cut(heading);
      tail.clear();
      streaming = turn.id();
      coming = Sections.markdown();
      comingLength = 0;
      heading(model(turn.model()), ThemeRole.ASSISTANT, phase(turn));
      comingFrom = transcript.size();
    }
    Item.Heading before = (Item.Heading) transcript.item(heading);
    boolean renamed = !before.note().equals(phase(turn));
    if (renamed) {
      transcript.set(heading, before.noted(phase(turn)));
    }
    int grown = grow(turn.text());
    if (fresh || renamed) {
      return heading;
    }
    return settled || grown < transcript.size() ? grown : heading;
  }

  /// @return the first item that changed; the number of items when none did
  private int grow(CharSequence text) {
    if (text.length() == comingLength) {
      return transcript.size();
    }
    comingLength = text.length();
    int from = coming.grow(text, false);
    transcript.cut(comingFrom + from);
    tail.clear();
    for (int i = from; i < coming.size(); i++) {
      transcript.add(new Item.Said(coming, coming.get(i), ThemeRole.TEXT));
    }
    return comingFrom + from;
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
      wanted.add(look.words(chat.trouble()));
    }
    wanted.addAll(chat.queued());
    int from = streaming == null ? firstItems.getLast() : comingFrom + coming.size();
    if (wanted.equals(tail) && (transcript.size() > from) == !tail.isEmpty()) {
      return transcript.size();
    }
    transcript.cut(from);
    tail.clear();
    tail.addAll(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      boolean trouble = i == 0 && !chat.trouble().isEmpty();
      heading(
          trouble ? "No answer" : "You", trouble ? ThemeRole.WARNING : ThemeRole.USER, trouble ? "" : "queued");
      said(Sections.plain(), wanted.get(i), trouble ? ThemeRole.TEXT : ThemeRole.DIM);
    }
    return from;
  }

  private static String model(String name) {
    return name.isEmpty() ? "Model" : Sanitizer.line(name);
  }
}
