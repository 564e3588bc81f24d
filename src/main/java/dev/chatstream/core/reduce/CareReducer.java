package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.care.FindingRow;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.CareState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.watch.StoreFigures;
import java.util.List;
import java.util.Optional;

/// The windows that look after the store, and what those report who do it.
final class CareReducer {

  private CareReducer() {}

  static Step reduce(AppState state, CareEvent event) {
    CareState care = state.care();
    return switch (event) {
      case CareEvent.FiguresRead read -> figures(state, read.figures());
      case CareEvent.JobProgressed progress -> Step.to(progressed(state, progress.job()));
      case CareEvent.JobEnded ended -> ended(state, ended);
      case CareEvent.LibraryExamined found -> Step.to(state.with(care.with(found.findings())));
      case CareEvent.BackupsRead read -> Step.to(state.with(care.with(read.kept())));
      case CareEvent.ScheduledBackup made -> Step.to(say(state, made.sentence(), made.failed()));
      case CareEvent.CareRefused refused -> Step.to(say(state, refused.sentence(), true));
      case CareEvent.RestorePlanned planned -> planned(state, planned);
      case CareEvent.FilesRestored restored -> restored(state, restored.files());
      case CareEvent.TrashRead read -> Step.to(state.with(care.withTrash(read.rows())));
    };
  }

  /// Opens the window; the figures come, and come again whenever they change.
  static Step openPerformance(AppState state) {
    return Step.to(state.open(new Dialog.Performance())).and(new Command.ReadFigures(-1));
  }

  /// Opens the window and looks at once, unless something else is at work.
  static Step openDoctor(AppState state) {
    AppState opened = state.open(new Dialog.Doctor());
    return state.care().job().isPresent() ? Step.to(opened) : begin(opened, JobKind.LOOK, new Command.Examine());
  }

  static Step openBackups(AppState state) {
    return Step.to(state.open(new Dialog.Backups())).and(new Command.ReadBackups());
  }

  /// Backs up, with the window open for whoever wants to see how far it is.
  static Step backUp(AppState state) {
    return openBackups(state).then(opened -> begin(opened, JobKind.BACKUP, new Command.BackUp()));
  }

  static Step openTrash(AppState state) {
    return Step.to(state.open(new Dialog.Trash())).and(new Command.ReadTrash());
  }

  /// A finding as a text to read.
  static Dialog.Message whole(FindingRow finding) {
    String fix = finding.fix().isEmpty() ? "" : "\nMending would do this: " + finding.fix() + "\n";
    return new Dialog.Message(finding.grade().title(), finding.where() + ": " + finding.what() + "\n" + fix);
  }

  /// Begins a job, unless there is one.
  static Step begin(AppState state, JobKind kind, Command.ForCare command) {
    Optional<Job> runs = state.care().job();
    if (runs.isPresent()) {
      String words = "Not yet: " + runs.get().kind().title() + ". Try again when that is done.";
      return Step.to(state.with(Notice.info(words)));
    }
    return Step.to(state.with(state.care().withJob(Optional.of(Job.begin(kind))))).and(command);
  }

  static Step stop(AppState state) {
    Optional<Job> stopping = state.care().job().map(Job::stop);
    return stopping.isEmpty()
        ? Step.to(state)
        : Step.to(state.with(state.care().withJob(stopping))).and(new Command.StopJob());
  }

  /// A chat whose reply is coming would be written over what was just restored.
  static Step restore(AppState state, List<String> files) {
    if (state.chat().turn().isPresent()) {
      return Step.to(state.with(Notice.info(Availability.REPLYING)));
    }
    return begin(state, JobKind.RESTORE, new Command.Restore(files));
  }

  /// Asks for the next ones only while somebody looks.
  private static Step figures(AppState state, StoreFigures figures) {
    return isOpen(state, Dialog.Performance.class)
        ? Step.to(state.with(state.care().with(figures))).and(new Command.ReadFigures(figures.changes()))
        : Step.to(state);
  }

  private static boolean isOpen(AppState state, Class<? extends Dialog> kind) {
    return state.dialogs().stream().anyMatch(kind::isInstance);
  }

  /// One that was asked to stop stays so until it has ended.
  private static AppState progressed(AppState state, Job job) {
    Optional<Job> before = state.care().job();
    boolean stopping = before.map(Job::stopping).orElse(false);
    return before.isEmpty() ? state : state.with(state.care().withJob(Optional.of(stopping ? job.stop() : job)));
  }

  /// What the open windows show is read anew.
  private static Step ended(AppState state, CareEvent.JobEnded ended) {
    AppState after = state.with(state.care().withJob(Optional.empty()));
    Step step = Step.to(say(after, ended.sentence(), ended.failed()));
    if (isOpen(state, Dialog.Backups.class)) {
      step = step.and(new Command.ReadBackups());
    }
    return isOpen(state, Dialog.Trash.class) ? step.and(new Command.ReadTrash()) : step;
  }

  private static AppState say(AppState state, Phrase sentence, boolean failed) {
    if (sentence.isEmpty()) {
      return state;
    }
    return state.with(failed ? Notice.warning(sentence, state.now()) : Notice.info(sentence));
  }

  /// Whoever closed the window of the backups meanwhile doesn't want to see the preview.
  private static Step planned(AppState state, CareEvent.RestorePlanned planned) {
    AppState known = state.with(state.care().withPreview(Optional.of(planned.preview())));
    return Step.to(isOpen(state, Dialog.Backups.class) ? known.open(new Dialog.Restoring()) : known);
  }

  /// The chat on the screen is read anew when it is another one now; the lists are, too.
  private static Step restored(AppState state, List<String> files) {
    ChatState chat = state.chat();
    AppState closed = state.without(Dialog.Restoring.class);
    Step step = Step.to(closed).and(new Command.ReadLists());
    boolean onScreen = chat.named()
        ? files.contains("chats/" + chat.file())
        : files.contains(".store/drafts/" + chat.chat().id() + ".json");
    return onScreen ? step.and(new StoreCommand.OpenChat(chat.file(), chat.chat().id())) : step;
  }
}
