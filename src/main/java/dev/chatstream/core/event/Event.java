package dev.chatstream.core.event;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Joined;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Preview;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.log.LogFile;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.model.ModelPage;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.core.task.TaskRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Something that happened. Workers, the terminal and the windows publish events; the loop reduces each to a new state.
public sealed interface Event
    permits FilesEvent, CareEvent, PersonalEvent, TableEvent, TalkEvent, Writing, ListJobEvent, Event.FromTerminal,
    Event.FromTurn, Event.FromServer, RunEvent,
    Event.FromStore,
    Event.FromLog, Event.FromPerson {

  /// From the terminal or the clock.
  sealed interface FromTerminal extends Event {}

  /// A key or a paste.
  record KeyPressed(Key key) implements FromTerminal {}

  /// The terminal has another size, in cells.
  record Resized(int columns, int rows) implements FromTerminal {}

  /// The terminal is gone: end of its input, or an error.
  record TerminalClosed() implements FromTerminal {}

  /// The terminal took the last frame: the next one may be made.
  record FrameWritten() implements FromTerminal {}

  /// The terminal has the frame that asked for this: so long does the line take.
  record LineAnswered() implements FromTerminal {}

  /// The terminal said what it can do.
  record TerminalExamined(String report) implements FromTerminal {}

  /// The loop woke up because the state asked for it.
  record TimePassed(Instant now) implements FromTerminal {}

  /// The process was asked to end (SIGTERM, SIGHUP, SIGINT from outside); the exit code is 128 and the signal's number.
  record SignalReceived(int exitCode) implements FromTerminal {}

  /// From a turn's worker.
  sealed interface FromTurn extends Event {
    /// The turn it belongs to; events of a turn that is no longer the current one are ignored.
    UUID turn();
  }

  /// A piece of the answer, or so many adjacent pieces that the loop has merged.
  record TokenReceived(UUID turn, String text, boolean thinking, int pieces) implements FromTurn {}

  /// The first piece of the answer stands on the bus before this: it is shown at once, while later ones wait for their
  /// frame.
  record TurnAnswering(UUID turn) implements FromTurn {}

  /// The model said that it was done.
  record TurnCompleted(UUID turn, Metrics metrics) implements FromTurn {}

  /// The turn ended otherwise; what came stays.
  record TurnFailed(UUID turn, ModelError error) implements FromTurn {}

  /// From the model server or the embedded engine.
  sealed interface FromServer extends Event {}

  /// A server answers.
  record ServerAnswered(String host, String version, List<ModelInfo> models) implements FromServer {}

  /// A server does not answer, or not as it should.
  record ServerSilent(String host, ModelError error) implements FromServer {}

  /// What a server has in its memory.
  ///
  /// @param turn the turn that it was asked beside; empty when it was none
  record LoadedRead(List<LoadedModel> models, Optional<UUID> turn) implements FromServer {}

  /// A model was loaded ahead of its first question, or was not: the question will tell.
  record Warmed(String model) implements FromServer {}

  /// How far the pulls are, the first one first; a few times a second at most.
  record PullsChanged(List<Pull> pulls) implements FromServer {}

  /// What became of something that was asked of a server's models.
  ///
  /// @param failed whether that is a warning; else there are other models now
  record ModelsTold(Phrase sentence, boolean failed) implements FromServer {}

  /// All that the server tells about a model.
  record ModelShown(ModelPage page) implements FromServer {}

  /// The parameters that a model brings along, as they are shown.
  record UsualRead(String model, Map<Parameter, String> parameters) implements FromServer {}

  /// A model wrote a summary.
  ///
  /// @param messages what it sums up, as it was asked
  /// @param problem why it is not whole; empty when it is
  record Summarised(List<UUID> messages, String text, String problem) implements FromServer {}

  /// Where the embedded engine stands on its way up.
  record EngineProgressed(EngineStage stage) implements FromServer {}

  /// The embedded engine is up; its models follow as [ServerAnswered].
  record EngineReady() implements FromServer {}

  /// The embedded engine could not start, or ended.
  record EngineFailed(String sentence) implements FromServer {}

  /// From the store.
  sealed interface FromStore extends Event {}

  /// The chats of the library, drafts first, newest first.
  ///
  /// @param total how many there are; more than those that come with it while the others are still being read
  record ChatsRead(List<ChatSummary> chats, int total) implements FromStore {

    /// Whether these are all.
    public boolean complete() {
      return chats.size() >= total;
    }
  }

  /// What a search has found so far, or at its end.
  record ChatsFound(Found found) implements FromStore {}

  /// How a chat looks that is looked at in the picker.
  record ChatPreviewed(Preview preview) implements FromStore {}

  /// The task lists, sorted by name.
  record ListsRead(List<TaskListSummary> lists) implements FromStore {}

  /// A chat was read; it becomes the one on the screen.
  ///
  /// @param file its file name; empty for a draft
  ///
  /// @param elsewhere whether another window shows it, too
  record ChatOpened(Chat chat, String file, boolean elsewhere) implements FromStore {
    /// One that only this window shows.
    public ChatOpened(Chat chat, String file) {
      this(chat, file, false);
    }
  }

  /// A chat was read that can't be written; it becomes the one on the screen.
  ///
  /// @param copied when the newest good copy of a damaged one was made; empty when there is none
  record ReadOnlyOpened(Chat chat, String file, StoreFailure why, Optional<Instant> copied) implements FromStore {}

  /// A damaged file has a whole copy.
  record CopyFound(String path, Instant made) implements FromStore {}

  /// A whole copy is in the place of a damaged file.
  ///
  /// @param made when the copy was made
  /// @param damaged where the damaged file is now
  record CopyUsed(String path, Instant made, String damaged) implements FromStore {}

  /// A chat is on disk, forced.
  ///
  /// @param chat as it was written
  /// @param revision the revision that was written
  /// @param asked whether the person asked for it, so that the screen says where it went
  record ChatSaved(Chat chat, String file, long revision, boolean asked) implements FromStore {}

  /// An unnamed chat is on disk, forced.
  record DraftKept(UUID chat, long revision) implements FromStore {}

  /// A chat was not written. The text is safe in memory.
  ///
  /// @param file its file name; empty for a draft
  record SaveFailed(UUID chat, String file, long revision, StoreFailure failure) implements FromStore {}

  /// Somebody else had changed a chat's file; what they did and what we did is one chat now.
  ///
  /// @param file its file name; empty for a draft
  /// @param ours our version of the time at which it was joined
  /// @param onDisk what the file holds now
  /// @param copy where a version that was not chosen is kept; empty when there is none
  record ChatJoined(String file, long revision, Chat ours, Joined joined, Chat onDisk, String copy)
      implements FromStore {}

  /// A chat was not written, because the same messages were changed on both sides.
  ///
  /// @param asked whether the person asked for it, and so can be asked
  record ChatClashed(UUID chat, String file, long revision, List<Clash> clashes, boolean asked) implements FromStore {}

  /// A chat was not written, because its file is gone.
  ///
  /// @param now the file that holds it now; empty when there is none
  /// @param asked whether the person asked for it, and so can be asked
  record ChatGone(UUID chat, String file, long revision, String now, boolean asked) implements FromStore {}

  /// A join was taken back: the file holds our version alone.
  ///
  /// @param copy where the joined one is kept
  record JoinUndone(Chat chat, String file, String copy) implements FromStore {}

  /// A chat's messages were added to another chat.
  ///
  /// @param target the other chat as it is now
  /// @param goOn whether the person wants to go on in it
  record ChatAppended(Chat target, String file, int added, int leftOut, boolean goOn) implements FromStore {}

  /// Rows were added to a list; `first` to `last` are their indices; none when `added` is 0.
  record TasksAppended(String file, boolean created, int added, int leftOut, long first, long last)
      implements FromStore {}

  /// The last append to a list was taken back.
  record AppendUndone(String file) implements FromStore {}

  /// A chat that was never named, and is not on the screen, has a name now.
  record DraftNamed(UUID chat, String file) implements FromStore {}

  /// What a list shows of a chat is changed on disk.
  ///
  /// @param title how a person knew it
  record ChatChanged(String title, ChatChange change) implements FromStore {}

  /// A change of the chat is to be taken back; it may be on the screen or not.
  record ChangeBack(String file, UUID id, ChatChange back) implements FromStore {}

  /// There is a copy of a chat.
  record ChatDuplicated(String title, String file) implements FromStore {}

  /// A file is in the trash.
  ///
  /// @param title how a person knows it
  /// @param chat its id, when it is a chat
  record Deleted(String title, Optional<UUID> chat) implements FromStore {}

  /// A file is back from the trash.
  ///
  /// @param file its path below the root, which is another one when its name was taken
  record Undeleted(String file) implements FromStore {}

  /// The chat is in a file outside of the library.
  ///
  /// @param file as a person would write it
  record SavedElsewhere(UUID chat, long revision, String file) implements FromStore {}

  /// The presets, sorted by name; `kept` is the file of the one that was just written, else empty.
  record PresetsRead(List<Preset> presets, String kept) implements FromStore {}

  /// A choice is on disk for the next start.
  record ChoiceKept() implements FromStore {}

  /// Something else did not work.
  record StoreRefused(StoreFailure failure) implements FromStore {}

  /// The tasks of a list, the last ones when there are very many.
  ///
  /// @param skipped how many before them were left out
  /// @param problem why the rest can't be read; empty when all is well
  record TasksRead(String file, List<TaskRow> rows, long skipped, String problem, boolean convertible)
      implements FromStore {}

  /// Files were changed, made or deleted, by this program or by others.
  ///
  /// @param all whether there may be more than the named ones
  /// @param chats file names of named chats
  /// @param drafts file names of drafts
  /// @param lists file names of task lists
  record FilesChanged(boolean all, Set<String> chats, Set<String> drafts, Set<String> lists) implements FromStore {}

  /// A list is being converted.
  ///
  /// @param percent how much is done; -1 when it was stopped, and nothing was made
  record ListConverting(String file, int percent) implements FromStore {}

  /// A list was converted.
  ///
  /// @param from the list, which was left as it is
  /// @param to the copy
  /// @param rows how many it has
  /// @param doubtful how many of them may be otherwise
  /// @param thereAlready whether the copy had been made before
  record ListConverted(String from, String to, long rows, long doubtful, boolean thereAlready)
      implements FromStore {}

  /// What was on the disk when the program started: choices of the last time, and chats that were never named.
  ///
  /// @param drafts how many chats were never named
  /// @param layout how the screen was parted
  /// @param sort in which order the chats stand in the picker; empty for the usual one
  /// @param undoable the list whose last append can be taken back; empty when there is none
  record Remembered(
      String model, String taskList, String appendTarget, String layout, int drafts, String sort, String undoable)
      implements FromStore {
    /// With the usual layout and order, and nothing to take back.
    public Remembered(String model, String taskList, String appendTarget, int drafts) {
      this(model, taskList, appendTarget, "", drafts, "", "");
    }
  }

  /// What the journals of earlier runs held is in its chats.
  ///
  /// @param replies oldest first
  /// @param failures why the others could not be put there; their journals stay
  record ReplyRecovered(List<Recovered> replies, List<StoreFailure> failures) implements FromStore {}

  /// From the log.
  sealed interface FromLog extends Event {}

  /// A line was logged. Lossy: the log window reads the file.
  ///
  /// @param inFile whether the file has it
  record LogAppended(LogLine line, boolean inFile) implements FromLog {}

  /// A page of a log.
  ///
  /// @param request the command that asked for it
  record LogRead(Command.ReadLog request, LogPage page) implements FromLog {}

  /// The log files, the last written first.
  record LogsListed(List<LogFile> files) implements FromLog {}

  /// From the person, through a window.
  sealed interface FromPerson extends Event {}

  /// A key or a command word that means this.
  record ActionTriggered(Action action) implements FromPerson {}

  /// A window is left for the input.
  record BackToInput() implements FromPerson {}

  /// Enter in the input.
  record PromptSubmitted(String text) implements FromPerson {}

  /// Esc in the input.
  record MenuOpened() implements FromPerson {}

  /// A slash in an empty input.
  record SlashTyped() implements FromPerson {}

  /// The dialog in front was closed without a choice.
  record DialogClosed() implements FromPerson {}

  /// A choice in a dialog.
  record Chosen(Choice choice) implements FromPerson {}

  /// A window needs something done so that it can show more, as older lines of the log.
  record Wanted(Command command) implements FromPerson {}

  /// Enter on a line of the log.
  record RecordOpened(LogLine line) implements FromPerson {}

  /// Which log files are there?
  record LogsWanted() implements FromPerson {}

  /// A log file was chosen; an empty path is the program's own log.
  record LogChosen(String path) implements FromPerson {}

  /// Text that turned out to be no command: it belongs into the input.
  record TextReturned(String text) implements FromPerson {}

  /// Write the chat that could not be written once more.
  record SaveRetried() implements FromPerson {}

  /// Something that a person should know although nobody asked: it stays for a while.
  record Warned(String sentence) implements FromPerson {}

  /// A sentence for the message line that a window has to say.
  record Said(Phrase sentence) implements FromPerson {
    /// Says words that name no key.
    public Said(String words) {
      this(Phrase.of(words));
    }
  }
}
