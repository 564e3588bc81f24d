package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.FilesEvent;
import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobEvent;
import dev.chatstream.core.event.TableEvent;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.SaveState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// All rules of the program: what happened, applied to what is known, gives what is known next and what is to be done.
/// Pure but for the ids, which come from outside.
public final class Reducer {

  /// The exit code when the terminal goes away: that of SIGHUP.
  private static final int HANG_UP = 129;

  private final TurnReducer turns;
  private final Prompts prompts;
  private final ServerReducer server;
  private final StoreReducer store;
  private final ActionReducer actions;
  private final ChoiceReducer choices;

  /// @param ids makes ids for new messages, turns and chats
  /// @param zone the person's, for names made of times; asked for only then
  public Reducer(Supplier<UUID> ids, Supplier<ZoneId> zone) {
    this.prompts = new Prompts(ids);
    this.turns = new TurnReducer(prompts);
    this.server = new ServerReducer(prompts);
    this.store = new StoreReducer(turns, zone);
    this.actions = new ActionReducer(ids, zone, prompts, turns);
    this.choices = new ChoiceReducer(prompts, turns, new BranchReducer(new SecondReducer(ids, turns)));
  }

  /// Applies one event.
  public Step reduce(AppState state, Event event) {
    if (state.exit().isPresent() && !(event instanceof Event.FromStore)) {
      return Step.to(state);
    }
    Step all = PersonalReducer.after(state, event, TurnWatch.begun(ListJobReducer.checked(event, step(state, event))));
    AppState settled = all.state() == state ? state : Settled.after(state, all.state());
    Step step = new Step(settled, all.commands());
    if (step.state() == state || state.dialogs().isEmpty()) {
      return step;
    }
    boolean unwanted = picksChat(state) && !picksChat(step.state());
    Step read = unwanted ? step.and(new Command.StopReadingChats(), new Command.StopSearching()) : step;
    return sumsUp(state) && !sumsUp(step.state()) ? read.and(new ModelCommand.StopSummary()) : read;
  }

  private static boolean sumsUp(AppState state) {
    return state.dialogs().stream().anyMatch(Dialog.Summary.class::isInstance);
  }

  /// Whether the list of chats is on the screen.
  static boolean picksChat(AppState state) {
    return state.dialogs().stream().anyMatch(open -> open instanceof Dialog.Chats || open instanceof Dialog.AppendTo);
  }

  private Step step(AppState state, Event event) {
    return switch (event) {
      case Event.FromTerminal terminal -> fromTerminal(state, terminal);
      case Event.FromTurn turn -> TurnWatch.ended(state, ServerReducer.lost(turns.reduce(state, turn), turn), turn);
      case Event.FromServer fromServer -> server.reduce(state, fromServer);
      case Event.FromStore fromStore -> store.reduce(state, fromStore);
      case CareEvent care -> CareReducer.reduce(state, care);
      case ListJobEvent lists -> ListJobReducer.reduce(state, lists);
      case RunEvent run -> RunReducer.reduce(state, run);
      case FilesEvent files -> TakeAlong.reduce(state, files);
      case TableEvent table -> TableReducer.reduce(state, table);
      case PersonalEvent personal -> PersonalReducer.reduce(state, personal);
      case Event.FromLog log -> Step.to(fromLog(state, log));
      case Event.FromPerson person -> fromPerson(state, person);
      case Writing writing -> WritingReducer.reduce(state, writing);
      case TalkEvent talk -> TalkReducer.reduce(state, talk, turns);
    };
  }

  private Step fromTerminal(AppState state, Event.FromTerminal event) {
    return switch (event) {
      case Event.KeyPressed key -> Prewarm.key(faded(state), key.key());
      case Event.TimePassed time -> server.timePassed(TurnWatch.counted(state.at(time.now())));
      case Event.TerminalClosed closed -> actions.end(state, HANG_UP);
      case Event.SignalReceived signal -> actions.end(state, signal.exitCode());
      case Event.Resized resized -> Step.to(state);
      case Event.LineAnswered answered -> Step.to(state);
      case Event.TerminalExamined examined ->
        Step.to(state.with(Notice.NONE).open(new Dialog.Message("Terminal", examined.report())))
            .and(new WindowCommand.Redraw());
      case Event.FrameWritten written -> Step.to(state);
    };
  }

  private Step fromPerson(AppState state, Event.FromPerson event) {
    return switch (event) {
      case Event.ActionTriggered triggered -> actions.reduce(state, triggered.action());
      case Event.BackToInput back -> Step.to(state.focusOn(Panel.INPUT));
      case Event.PromptSubmitted prompt -> prompts.submit(state, prompt.text());
      case Event.DialogClosed closed -> closed(state);
      case Event.Chosen chosen -> choices.reduce(state, chosen.choice());
      case Event.Said said -> Step.to(state.with(Notice.info(said.sentence())));
      case Event.Warned warned -> Step.to(state.with(Notice.warning(warned.sentence(), state.now())));
      case Event.MenuOpened menu when state.chat().steering().replacing().isPresent() -> BranchReducer.giveUp(state);
      case Event.MenuOpened menu -> Step.to(state.open(new Dialog.KeyMenu()));
      case Event.SlashTyped slash -> Step.to(state.open(new Dialog.Commands()));
      case Event.LogsWanted wanted -> Step.to(state.open(new Dialog.LogFiles())).and(new Command.ListLogs());
      case Event.LogChosen chosen -> Step.to(state.without(Dialog.LogFiles.class).focusOn(Panel.LOG))
          .and(new WindowCommand.ShowLog(chosen.path()));
      case Event.RecordOpened record -> Step.to(state.open(new Dialog.Record(record.line())));
      case Event.Wanted wanted -> Step.to(state).and(wanted.command());
      case Event.TextReturned returned when returned.text().isEmpty() -> Step.to(state);
      case Event.TextReturned returned ->
        Step.to(state.without(Dialog.Commands.class)).and(new WindowCommand.PutInput(returned.text()));
      case Event.SaveRetried retried -> saveAgain(state.without(Dialog.Unsaved.class));
    };
  }

  private static Step saveAgain(AppState state) {
    Step others =
        state.library().unsaved().isEmpty() ? Step.to(state) : Step.to(state).and(new StoreCommand.WriteAgain());
    return state.chat().save() instanceof SaveState.NotSaved ? others.then(Saving::persist) : others;
  }

  private static Step closed(AppState state) {
    if (state.dialogs().isEmpty()) {
      return Step.to(state);
    }
    List<Dialog> fewer = new ArrayList<>(state.dialogs());
    Dialog front = fewer.removeLast();
    AppState after = state.withDialogs(fewer);
    return switch (front) {
      case Dialog.Overflow held when held.again() -> Step.to(after.with(Notice.info("Nothing was sent.")));
      case Dialog.Overflow held -> unsent(after);
      case Dialog.ToTasks left -> TalkReducer.stop(after);
      case Dialog.Sorting left -> CategoryReducer.stop(after);
      case Dialog.MadeRows left -> Step.to(after).and(new TalkCommand.StopFinding());
      default -> Step.to(after);
    };
  }

  /// The question that was held back goes back to the input; those behind it wait on.
  private static Step unsent(AppState state) {
    return Step.to(state.with(state.chat().hold(""))
        .with(Notice.info("Nothing was sent. Your text is in the input.")))
        .and(new WindowCommand.PutInput(state.chat().held()));
  }

  /// A key takes the sentence away, a warning only after its time.
  private static AppState faded(AppState state) {
    boolean stays = state.notice().words().isEmpty() || state.now().isBefore(state.notice().until());
    return stays ? state : state.with(Notice.NONE);
  }

  private static AppState fromLog(AppState state, Event.FromLog event) {
    return switch (event) {
      case Event.LogAppended appended ->
        appended.line().level().compareTo(LogLevel.WARN) <= 0 ? state.plusWarning() : state;
      case Event.LogsListed listed -> state;
      case Event.LogRead read -> state;
    };
  }
}
