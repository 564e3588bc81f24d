package dev.chatstream.core.event;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogPlace;
import dev.chatstream.core.model.ChatRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something that is to be done. Reducers ask for it, the command runner does it off the loop's thread and reports by
/// events.
public sealed interface Command
    permits ModelCommand, WindowCommand, TableCommand, TalkCommand, DoublesCommand, Command.StartTurn,
    Command.StopTurn, Command.Connect, Command.ConnectTo, RunCommand,
    Command.StartEngine, Command.CancelEngine, Command.ForStore, Command.ForLibrary, Command.ForSearch,
    Command.ConvertList, Command.ForCare, Command.StopJob, Command.ReadFigures, Command.ForFiles, Command.ForLog {

  /// Ask the model.
  ///
  /// @param asked for the journal, which keeps what comes while it comes
  record StartTurn(Asked asked, ChatRequest request) implements Command {
    /// The turn's id.
    public UUID turn() {
      return asked.turn();
    }
  }

  /// Interrupt the turn.
  record StopTurn(UUID turn) implements Command {}

  /// See whether the model server answers and what it has.
  record Connect() implements Command {}

  /// Talk to this host from now on, then connect.
  record ConnectTo(String host) implements Command {}

  /// Bring the embedded engine up.
  record StartEngine() implements Command {}

  /// Stop bringing the embedded engine up.
  record CancelEngine() implements Command {}

  /// What the store does, one after the other.
  sealed interface ForStore extends Command permits StoreCommand, WritingCommand {}

  /// What is only read, beside the store, so that no write waits for it.
  sealed interface ForLibrary extends Command {}

  /// Read the list of chats.
  record ReadChats() implements ForLibrary {}

  /// Nobody wants the list of chats any more.
  record StopReadingChats() implements ForLibrary {}

  /// Read the list of task lists.
  record ReadLists() implements ForLibrary {}

  /// Read the tasks of a list.
  record ReadTasks(String list) implements ForLibrary {}

  /// Read the presets.
  record ReadPresets() implements ForLibrary {}

  /// What looks into chats while somebody chooses one. A newer wish of a kind ends the one before.
  sealed interface ForSearch extends Command {}

  /// Search titles and texts of all chats for what was typed.
  record SearchChats(String typed) implements ForSearch {}

  /// Nobody wants to know what is found any more, or how a chat looks.
  record StopSearching() implements ForSearch {}

  /// See how a chat looks: by file name, or a draft by its id where the file name is empty.
  record PreviewChat(String file, UUID id) implements ForSearch {}

  /// Make a copy of a list in today's format, to which rows can be added; while one is made, stop that.
  record ConvertList(String list) implements Command {}

  /// What those do who look after the library: one after the other, on a thread of their own.
  sealed interface ForCare extends Command permits ListJobCommand, Examine, Mend, BackUp, ReadBackups, KeepBackingUp,
      PlanRestore, Restore, ReadTrash, EmptyTrash {}

  /// Look through the whole library.
  record Examine() implements ForCare {}

  /// Mend what can be mended, after a backup; then look again.
  record Mend() implements ForCare {}

  /// Make a backup now.
  record BackUp() implements ForCare {}

  /// Read which backups there are.
  record ReadBackups() implements ForCare {}

  /// Make one each day from now on, or no more.
  record KeepBackingUp(boolean daily) implements ForCare {}

  /// See what restoring this backup would change.
  record PlanRestore(String backup) implements ForCare {}

  /// Restore what was planned last.
  ///
  /// @param files paths below the root; all that would change when there are none
  record Restore(List<String> files) implements ForCare {}

  /// Read what lies in the trash.
  record ReadTrash() implements ForCare {}

  /// Delete these for good.
  record EmptyTrash(List<String> ids) implements ForCare {}

  /// Stop the job that runs; what it had half made is undone.
  record StopJob() implements Command {}

  /// Tell what the store measured of itself as soon as it is something new; takes the place of an earlier wish.
  ///
  /// @param seen the changes of the figures that are known; -1 for none
  record ReadFigures(long seen) implements Command {}

  /// What is written to files for other programs, on a thread of its own.
  sealed interface ForFiles extends Command {}

  /// Keep a text that was meant for the clipboard.
  ///
  /// @param clip what became of it there
  record KeepCopy(String text, Clip clip) implements ForFiles {}

  /// Write a text to a file that must not be there yet.
  ///
  /// @param path as the person typed it
  record WriteText(String text, String path) implements ForFiles {}

  /// Write a chat to a file that must not be there yet.
  ///
  /// @param path as the person typed it
  record ExportChat(Chat chat, ExportFormat format, String path) implements ForFiles {}

  /// What the reader of logs does.
  sealed interface ForLog extends Command {}

  /// Read a page of a log.
  ///
  /// @param file the path of one file; empty for the program's own log with all its rolled files
  /// @param place where to read from; empty for the end or, forwards, the start
  /// @param count how many records are wanted
  /// @param number one that was never used; a reading with an earlier one is given up
  record ReadLog(String file, Optional<LogPlace> place, boolean forwards, int count, LogFilter filter, long number)
      implements ForLog {}

  /// Read one record whole.
  record ReadRecord(String file, LogPlace place) implements ForLog {}

  /// See which log files there are.
  record ListLogs() implements ForLog {}

}
