package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.SavePoint;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.ListWork;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.core.state.Turn;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What a key or a command word does.
final class ActionReducer {

  /// How long the key that interrupts waits for its second press.
  private static final Duration ARMED = Duration.ofSeconds(2);

  private static final Phrase AGAIN = Phrase.of("Press").then(Action.INTERRUPT, "again to quit.");

  private final Supplier<UUID> ids;
  private final Supplier<ZoneId> zone;
  private final Prompts prompts;
  private final TurnReducer turns;

  /// Made when the first save point is: making it takes a part of the way to the first frame.
  private static final class PointName {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  }

  ActionReducer(Supplier<UUID> ids, Supplier<ZoneId> zone, Prompts prompts, TurnReducer turns) {
    this.ids = ids;
    this.zone = zone;
    this.prompts = prompts;
    this.turns = turns;
  }

  Step reduce(AppState state, Action action) {
    Optional<Phrase> why = Availability.whyNot(state, action);
    if (why.isPresent()) {
      return Step.to(state.with(Notice.info(why.get())));
    }
    return switch (action) {
      case INTERRUPT -> interrupt(state);
      case SAVE -> save(state);
      case SAVE_AS -> Step.to(state.open(new Dialog.Name(copyName(state))));
      case APPEND -> Step.to(state.open(new Dialog.AppendTo())).and(new Command.ReadChats());
      case RUN -> RunReducer.open(state);
      case TO_TASKS -> TalkReducer.open(state, new Dialog.ToTasks(Optional.empty(), "", false));
      case CATEGORIES -> CategoryReducer.open(state);
      case MAKE_TASKS -> TalkReducer.open(state, new Dialog.ToTasks(Optional.empty(), "", true));
      case OPEN -> Step.to(state.open(new Dialog.Chats())).and(new Command.ReadChats());
      case FIND -> FindReducer.here(state);
      case NEW -> turns.leave(state).then(free -> newChat(free, StoppedReply.words(state).isEmpty()));
      case SAVE_POINTS -> Step.to(state.open(new Dialog.SavePoints()));
      case CHAT -> go(state, Panel.CHAT);
      case LISTS -> go(state, Panel.LISTS).and(new Command.ReadLists());
      case LOG -> go(state, Panel.LOG);
      case NEXT_PANEL -> Step.to(state.focusOn(neighbour(state.focus(), 1)));
      case PREVIOUS_PANEL -> Step.to(state.focusOn(neighbour(state.focus(), -1)));
      case ZOOM -> Step.to(state.withZoom(!state.zoomed()));
      case COPY -> TakeAlong.copyReply(state);
      case PLAIN -> TakeAlong.readPlain(state);
      case PAGER -> TakeAlong.show(state, false);
      case VIEW -> TakeAlong.show(state, true);
      case EXPORT -> TakeAlong.wantExport(state);
      case WIDER -> PersonalReducer.share(state, 1);
      case NARROWER -> PersonalReducer.share(state, -1);
      case THINKING -> Step.to(state).and(new WindowCommand.FoldThinking());
      case MODEL -> model(state);
      case HOST -> Step.to(state.without(Dialog.ModelMenu.class).open(new Dialog.Host()));
      case ENGINE -> ServerReducer.startEngine(state);
      case STOP -> stop(state);
      case CONTINUE -> prompts.goOn(state);
      case REVISE -> BranchReducer.reviseLast(state);
      case BRANCHES -> Step.to(state.open(new Dialog.Branches()));
      case COMPARE -> SecondReducer.open(state);
      case SETTINGS -> SettingsReducer.open(state);
      // With a reply under way only when that has stalled.
      case RETRY -> turns.abandon(state).then(prompts::retry);
      case CONTEXT -> Step.to(state.open(new Dialog.Context()));
      case PREWARM -> Prewarm.flip(state);
      case UNDO -> Step.to(state).and(new StoreCommand.UndoAppend());
      case PROMPTS -> Step.to(state).and(new WritingCommand.ReadPrompts(true));
      case QUEUE -> Queue.open(state);
      case TEMPLATES -> Step.to(state).and(new WritingCommand.ReadTemplates());
      case KEEP_TEMPLATE -> Step.to(state.open(new Dialog.NameTemplate()));
      case EDITOR -> Step.to(state.focusOn(Panel.INPUT)).and(new WindowCommand.EditInput());
      case COMMANDS -> Step.to(state.open(new Dialog.Commands()));
      case BACKUP -> CareReducer.backUp(state);
      case RESTORE -> CareReducer.openBackups(state);
      case TRASH -> CareReducer.openTrash(state);
      case DOCTOR -> CareReducer.openDoctor(state);
      case DOUBLES -> ListJobReducer.pick(state, ListWork.DOUBLES);
      case PERFORMANCE -> CareReducer.openPerformance(state);
      case TERMINAL -> Step.to(state.with(Notice.info(Phrase.of("Asking the terminal ..."))))
          .and(new WindowCommand.ExamineTerminal());
      case PREFERENCES -> Step.to(state.open(new Dialog.Preferences()));
      case KEYS -> Step.to(state.open(new Dialog.Keys()));
      case THEME -> Step.to(state.open(new Dialog.Themes()));
      case HELP -> Step.to(state.open(new Dialog.Help()));
      case REDRAW -> Step.to(state).and(new WindowCommand.Redraw());
      case SLOW -> Step.to(state).and(new WindowCommand.ToggleSlow());
      case SUSPEND -> Step.to(state).and(new WindowCommand.Suspend());
      case QUIT -> quit(state);
    };
  }

  /// With nothing to stop, the second press quits.
  private Step interrupt(AppState state) {
    if (state.chat().turn().isPresent() || state.chat().steering().second().isPresent()) {
      return stop(state);
    }
    if (state.now().isBefore(state.quitArmed())) {
      return quit(state);
    }
    return Step.to(state.armed(state.now().plus(ARMED)).with(Notice.info(AGAIN)));
  }

  /// Ends the program; what is not on the disk asks first, also of a chat that was left.
  Step quit(AppState state) {
    if (state.unsaved() && state.dialog().filter(Dialog.Unsaved.class::isInstance).isEmpty()) {
      return Step.to(state.open(new Dialog.Unsaved()));
    }
    return end(state, 0);
  }

  /// Ends the program with this exit code; a reply that is coming is kept as far as it came.
  Step end(AppState state, int exitCode) {
    if (state.exit().isPresent()) {
      return Step.to(state);
    }
    return turns.abandon(state).then(last -> Step.to(last.exiting(exitCode)));
  }

  private Step save(AppState state) {
    ChatState chat = state.chat();
    if (!chat.named()) {
      return Step.to(state.open(new Dialog.Name(proposal(chat))));
    }
    Optional<UUID> head = chat.chat().head();
    boolean marked = head.isEmpty()
        || chat.chat().savePoints().stream().anyMatch(point -> point.head().equals(head.get()));
    ChatState pointed = marked ? chat : chat.changed(chat.chat().plus(point(state, head.get())));
    return Step.to(state.with(pointed.withSave(new SaveState.Saving()))).and(Saving.command(pointed, true));
  }

  private SavePoint point(AppState state, UUID head) {
    return new SavePoint(PointName.FORM.format(state.now().atZone(zone.get())), state.now(), head);
  }

  /// @param tells whether there is nothing more weighty to tell
  private Step newChat(AppState state, boolean tells) {
    Chat empty = Chat.empty(ids.get(), state.now());
    ChatState fresh = ChatState.of(empty, "", new SaveState.Empty());
    String said = state.chat().named() ? "A new chat." : "A new chat. The one before is kept as a draft.";
    boolean silent = !tells || state.chat().chat().conversation().isEmpty();
    AppState after = state.with(fresh).focusOn(Panel.INPUT);
    return Step.to(silent ? after : after.with(Notice.info(said)));
  }

  private static Step go(AppState state, Panel panel) {
    return Step.to(state.focusOn(state.focus() == panel ? Panel.INPUT : panel));
  }

  private static Panel neighbour(Panel panel, int by) {
    Panel[] all = Panel.values();
    return all[Math.floorMod(panel.ordinal() + by, all.length)];
  }

  private static Step model(AppState state) {
    return state.server().up() || state.server().embedded()
        ? Step.to(state.open(new Dialog.Models())).and(new Command.Connect())
        : Step.to(state.open(new Dialog.NoServer())).and(new Command.Connect());
  }

  private static Step stop(AppState state) {
    ChatState chat = state.chat();
    if (chat.turn().isEmpty()) {
      Turn second = chat.steering().second().orElseThrow();
      return Step.to(state.with(chat.with(chat.steering().withSecond(Optional.of(second.stopping())))))
          .and(new Command.StopTurn(second.id()));
    }
    Turn turn = chat.turn().get();
    return Step.to(state.with(chat.withTurn(Optional.of(turn.stopping()))))
        .and(new Command.StopTurn(turn.id()));
  }

  private static String proposal(ChatState chat) {
    List<Message> all = chat.chat().conversation();
    return all.isEmpty() ? "" : ChatNames.proposal(all.getFirst().content());
  }

  private static String copyName(AppState state) {
    ChatState chat = state.chat();
    return chat.named() ? ChatNames.proposal(chat.chat().title() + " copy") : proposal(chat);
  }
}
