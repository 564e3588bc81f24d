package dev.chatstream.core.reduce;

import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.TokenRate;
import dev.chatstream.core.model.Truncation;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.ModelWatch;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.core.state.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What the model does not see of a chat: told when the server cut it, chosen by the person, or summed up.
public final class Leaving {

  private static final String ORDER = "Sum up the conversation below in at most 200 words, in its own language. Keep "
      + "names, numbers, decisions and open questions. Write the summary only.\n\n";

  /// Messages at the end that are never summed up.
  private static final int NEWEST = 2;

  private Leaving() {}

  /// Learns from the server's count of a prompt, and says so when it shows that the server cut the history.
  ///
  /// @param asked the state while the answer was coming
  static AppState counted(AppState asked, AppState state, Turn turn, Metrics metrics) {
    if (metrics.promptTokens() <= 0) {
      return state;
    }
    List<Message> sent = sent(asked, turn);
    ServerState server = state.server();
    TokenRate rate = server.watch().rate(turn.model());
    List<UUID> fallen = Truncation.fallen(sent, metrics.promptTokens(), rate, windowInForce(asked, turn.model()));
    if (fallen.isEmpty()) {
      TokenRate learnt = rate.plus(ContextEstimate.prompt(sent), metrics.promptTokens());
      ModelWatch watch = server.watch().withRate(turn.model(), learnt).withCut(List.of());
      return state.with(server.with(watch));
    }
    Phrase words = Phrase.of("The server left out " + words(state.chat().chat(), fallen) + ": its window is full.")
        .then(Action.CONTEXT, "offers ways out.");
    return state.with(server.with(server.watch().withCut(fallen))).with(Notice.warning(words, state.now()));
  }

  /// What went to the model: the messages, and the part of an answer that it goes on with.
  private static List<Message> sent(AppState asked, Turn turn) {
    List<Message> context = asked.chat().context();
    if (turn.part().isEmpty()) {
      return context;
    }
    Message part = Message.fromModel(
        turn.answer(), turn.question(), turn.part(), "", turn.model(), turn.options(), MessageState.CUT,
        Metrics.UNKNOWN, turn.started());
    return Stream.concat(context.stream(), Stream.of(part)).toList();
  }

  /// The window that the model was loaded with, where that is known: a server may give less than was asked for.
  private static int windowInForce(AppState state, String model) {
    int given = state.server().watch().inMemory(model).map(LoadedModel::contextTokens).orElse(0);
    return given > 0 ? Math.min(given, state.window()) : state.window();
  }

  /// `message 3`, `messages 1 to 4`, `messages 1, 3 and 7`.
  static String words(Chat chat, List<UUID> ids) {
    return MessageNumbers.words(chat, Set.copyOf(ids));
  }

  static Step choose(AppState state, Choice.OfContext choice, Prompts prompts) {
    return switch (choice) {
      case Choice.WantSummary wish -> wantSummary(state);
      case Choice.UseSummary summary -> useSummary(state, summary.text(), prompts);
      case Choice.WantLeaveOut wish -> Step.to(state.open(new Dialog.LeaveOut()));
      case Choice.LeaveOut chosen -> leaveOut(state.without(Dialog.LeaveOut.class), chosen.messages(), prompts);
    };
  }

  /// The choice of the first message that is sent is a choice of those before it.
  static Set<UUID> before(Chat chat, int message) {
    Set<UUID> ids = new HashSet<>(Omission.of(chat).leftOut());
    chat.conversation().subList(0, Math.clamp(message, 0, chat.conversation().size())).stream()
        .filter(one -> one.role() != Role.SYSTEM)
        .forEach(one -> ids.add(one.id()));
    return ids;
  }

  static Step leaveOut(AppState state, Set<UUID> messages, Prompts prompts) {
    Omission before = Omission.of(state.chat().chat());
    return apply(state, new Omission(messages, messages.isEmpty() ? "" : before.summary()), prompts);
  }

  /// Puts the choice into the chat and sends the question that waited for it, if that fits now.
  private static Step apply(AppState state, Omission omission, Prompts prompts) {
    ChatState chat = state.chat();
    ServerState server = state.server();
    AppState changed = state.without(Dialog.Context.class)
        .with(server.with(server.watch().withCut(List.of())))
        .with(chat.changed(omission.in(chat.chat())));
    String said = omission.none()
        ? "All messages go to the model."
        : MessageNumbers.words(chat.chat(), omission.leftOut()) + " stay in the chat and are not sent.";
    Notice told = Notice.info(Character.toUpperCase(said.charAt(0)) + said.substring(1));
    return Saving.persist(changed.with(told)).then(prompts::sendHeldIfItFits);
  }

  /// Whether there are messages that a summary could stand for.
  public static boolean sumsUp(AppState state) {
    return state.chat().chat().conversation().stream().filter(one -> one.role() != Role.SYSTEM).count() > NEWEST;
  }

  private static Step wantSummary(AppState state) {
    List<Message> oldest = oldest(state);
    if (oldest.isEmpty()) {
      return Step.to(state.with(Notice.warning("There is nothing to sum up before the question.", state.now())));
    }
    if (state.server().model().isEmpty() || state.chat().turn().isPresent()) {
      return Step.to(state.with(Notice.warning("The model is not free to write a summary.", state.now())));
    }
    ChatRequest request = request(state, oldest);
    List<UUID> ids = oldest.stream().map(Message::id).toList();
    return Step.to(state.open(new Dialog.Summary(ids, "", ""))).and(new ModelCommand.Summarise(ids, request));
  }

  /// What fell out or would fall out, and never the last two; else the older half.
  private static List<Message> oldest(AppState state) {
    Chat chat = state.chat().chat();
    List<Message> all = chat.conversation().stream().filter(one -> one.role() != Role.SYSTEM).toList();
    List<UUID> cut = state.server().watch().cut();
    int fallen = (int) all.stream().filter(one -> cut.contains(one.id())).count();
    int first = Fit.firstThatFits(state, all, 2 * ContextEstimate.ANSWER);
    int count = Math.max(fallen, first > 0 ? first : all.size() / 2);
    return all.subList(0, Math.clamp(count, 0, Math.max(0, all.size() - NEWEST)));
  }

  /// Each message is shortened by the same share where they don't fit together.
  private static ChatRequest request(AppState state, List<Message> oldest) {
    int room = Math.max(state.window() / 4, state.window() * 3 / 4 - 2 * ContextEstimate.ANSWER);
    double share = Math.min(1, room / (double) Math.max(1, ContextEstimate.prompt(oldest)));
    StringBuilder text = new StringBuilder(ORDER);
    String before = Omission.of(state.chat().chat()).summary();
    if (!before.isEmpty()) {
      text.append("Before: ").append(before).append("\n\n");
    }
    for (Message message : oldest) {
      int length = (int) (share * message.content().length());
      text.append(message.role() == Role.USER ? "User: " : "Assistant: ")
          .append(message.content(), 0, length)
          .append(length < message.content().length() ? " ...\n\n" : "\n\n");
    }
    Message order =
        Message.fromUser(state.chat().chat().id(), Optional.empty(), text.toString(), state.now());
    return new ChatRequest(state.server().model(), List.of(order), state.window(), Map.of());
  }

  /// The model has written it; whoever closed the dialog meanwhile does not want it any more.
  static Step written(AppState state, Event.Summarised written) {
    Optional<Dialog.Summary> open = summary(state).filter(one -> one.messages().equals(written.messages()));
    return open.isEmpty()
        ? Step.to(state)
        : Step.to(state.open(new Dialog.Summary(open.get().messages(), written.text().strip(), written.problem())));
  }

  private static Optional<Dialog.Summary> summary(AppState state) {
    return state.dialogs().stream().filter(Dialog.Summary.class::isInstance).map(Dialog.Summary.class::cast)
        .findFirst();
  }

  private static Step useSummary(AppState state, String text, Prompts prompts) {
    Optional<Dialog.Summary> open = summary(state);
    if (open.isEmpty() || text.isBlank()) {
      return Step.to(state);
    }
    Set<UUID> ids = new HashSet<>(Omission.of(state.chat().chat()).leftOut());
    ids.addAll(open.get().messages());
    return apply(state.without(Dialog.Summary.class), new Omission(ids, text.strip()), prompts);
  }
}
