package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.ThemeRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private String lastWaiting = "";
  /// Messages whose thinking is shown otherwise than the settings say.
  private final Set<UUID> turned = new HashSet<>();
  private ChatState chat;
  private UUID streaming;
  private Coming coming;

  TranscriptFeed(Look look, Transcript transcript) {
    this.look = look;
    this.transcript = transcript;
  }

  /// Brings the transcript up to this chat.
  ///
  /// @return the first item that looks different; the number of items when none does
  int show(ChatState newChat, Instant now) {
    chat = newChat;
    int first = messages(chat.chat());
    boolean settled = first == transcript.size();
    if (chat.turn().isPresent()) {
      first = Math.min(first, stream(chat.turn().get(), settled, now));
    } else if (streaming != null) {
      streaming = null;
    }
    return Math.min(first, tail());
  }

  /// The seconds of thinking go on while nothing else happens.
  static boolean thinksLonger(AppState before, AppState after) {
    Optional<Turn> turn = after.chat().turn().filter(now -> now.phase() == Turn.Phase.THINKING);
    return turn.isPresent()
        && turn.get().thought(before.now()).toSeconds() != turn.get().thought(after.now()).toSeconds();
  }

  /// How many messages are shown, an answer that is coming included.
  int messages() {
    return shown.size() + (streaming == null ? 0 : 1);
  }

  /// The first item of a message.
  int from(int message) {
    return firstItems.get(message);
  }

  /// The item after the last one of a message.
  int to(int message) {
    return message < shown.size() ? firstItems.get(message + 1) : coming.end();
  }

  /// Which message an item belongs to; the last one for what stands after all. There has to be one.
  int messageAt(int item) {
    int found = Collections.binarySearch(firstItems, item);
    return Math.min(found >= 0 ? found : -found - 2, messages() - 1);
  }

  /// A message; empty for an answer that is still coming.
  Optional<Message> message(int index) {
    return index < shown.size() ? Optional.of(shown.get(index)) : Optional.empty();
  }

  /// The id that a message has, or will have.
  UUID id(int message) {
    return message < shown.size() ? shown.get(message).id() : chat.turn().orElseThrow().answer();
  }

  /// Whether there is something that was thought before this message.
  boolean thinks(int message) {
    return message < shown.size()
        ? !shown.get(message).thinking().isEmpty()
        : chat.turn().orElseThrow().thinking().length() > 0;
  }

  /// Shows what was thought before this message whole, or folds it again.
  ///
  /// @return the first item that looks different
  int fold(int message, Instant now) {
    if (!turned.remove(id(message))) {
      turned.add(id(message));
    }
    if (message < shown.size()) {
      shown = shown.subList(0, message);
    }
    return show(chat, now);
  }

  /// Shows all thinking as the settings say, whatever was opened or folded by hand.
  void refold(Instant now) {
    turned.clear();
    shown = List.of();
    streaming = null;
    show(chat, now);
  }

  private boolean open(UUID message) {
    return look.preferences().is(Preference.THINKING, "open") != turned.contains(message);
  }

  /// True for the last part of the answer that is coming.
  boolean grows(Item.Said said) {
    return streaming != null && coming.endsWith(said);
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
      add(conversation.get(i), i + 1, fork(forks, i));
      firstItems.add(transcript.size());
    }
    shown = conversation;
    return first;
  }

  /// What a person wrote is shown as it is; what a model wrote is read as Markdown.
  private void add(Message message, int number, ChatTree.Fork fork) {
    boolean user = message.role() == Role.USER;
    String name = user ? "You" : message.role() == Role.SYSTEM ? "System" : model(message.model());
    heading(number, name, user ? ThemeRole.USER : ThemeRole.ASSISTANT, note(message, fork));
    if (!message.thinking().isEmpty()) {
      thought(message, number - 1);
    }
    said(
        user || message.role() == Role.SYSTEM ? Sections.plain() : Sections.markdown(),
        message.content().stripTrailing(),
        ThemeRole.TEXT);
  }

  private void thought(Message message, int index) {
    boolean open = open(message.id());
    long nanos = message.metrics().thinkingNanos();
    transcript.add(new Item.Thought(
        index, message.thinking(), nanos < 0 ? -1 : Duration.ofNanos(nanos).toSeconds(), false, open));
    if (open) {
      said(Sections.plain(), message.thinking().strip(), ThemeRole.THINKING);
      transcript.add(new Item.Blank());
    }
  }

  private void heading(int number, String name, ThemeRole role, String note) {
    transcript.add(new Item.Heading(number, name, role, note, transcript.size() == 0));
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
  private int stream(Turn turn, boolean settled, Instant now) {
    int heading = firstItems.getLast();
    Item.Heading head = new Item.Heading(
        firstItems.size(), model(turn.model()), ThemeRole.ASSISTANT, phase(turn), heading == 0);
    boolean open = open(turn.answer());
    boolean fresh = !turn.id().equals(streaming) || transcript.size() <= heading || coming.outgrown(turn, open);
    int first = heading;
    if (fresh) {
      transcript.cut(heading);
      streaming = turn.id();
      coming = new Coming(transcript, head, turn, open, now);
    } else {
      int end = coming.end();
      int grown = coming.grow(turn, head, now);
      first = grown < end || coming.end() > end ? grown : transcript.size();
    }
    return settled || first < transcript.size() ? first : heading;
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
  private int tail() {
    List<String> wanted = new ArrayList<>();
    if (!chat.trouble().isEmpty()) {
      wanted.add(look.words(chat.trouble()));
    }
    List<String> queued = Waiting.shown(chat.queued(), look.glyphs().more());
    wanted.addAll(queued);
    int from = streaming == null ? firstItems.getLast() : coming.end();
    String last = hiddenWaiting();
    if (wanted.equals(tail) && last.equals(lastWaiting) && (transcript.size() > from) == !tail.isEmpty()) {
      return transcript.size();
    }
    transcript.cut(from);
    tail.clear();
    tail.addAll(wanted);
    lastWaiting = last;
    for (int i = 0; i < wanted.size(); i++) {
      boolean trouble = i == 0 && !chat.trouble().isEmpty();
      String note = i == wanted.size() - 1 ? last : "queued";
      heading(0, trouble ? "No answer" : "You", trouble ? ThemeRole.WARNING : ThemeRole.USER, trouble ? "" : note);
      said(Sections.plain(), wanted.get(i), trouble ? ThemeRole.TEXT : ThemeRole.DIM);
    }
    return from;
  }

  /// What stands beside the last question that waits: how many more there are.
  private String hiddenWaiting() {
    int hidden = Waiting.hidden(chat.queued());
    return hidden == 0 ? "queued" : "queued, " + hidden + " more: " + look.keys().shown(Action.QUEUE);
  }

  private static String model(String name) {
    return name.isEmpty() ? "Model" : Sanitizer.line(name);
  }
}
