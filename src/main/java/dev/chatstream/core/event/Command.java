package dev.chatstream.core.event;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogPlace;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.watch.RunFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Something that is to be done. Reducers ask for it, the command runner does it off the loop's thread and reports by
/// events.
public sealed interface Command {

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

  /// What is asked of a server about its models, beside the questions.
  sealed interface ForModels extends Command {}

  /// See which models are in the server's memory.
  ///
  /// @param turn the turn that began with it; empty when none did
  record AskLoaded(Optional<UUID> turn) implements ForModels {}

  /// Load a model before it is asked anything.
  ///
  /// @param contextTokens the window that its questions will have: another one would load it anew
  record Warm(String model, int contextTokens) implements ForModels {}

  /// Let the server fetch a model, after those that are being fetched; what it has of it stays.
  record PullModel(String name) implements ForModels {}

  /// Stop fetching it; what came stays with the server.
  record StopPull(String name) implements ForModels {}

  /// Say no more of a pull that was stopped or broke off.
  record ForgetPull(String name) implements ForModels {}

  /// Delete a model from the server's disk.
  record DeleteModel(String name) implements ForModels {}

  /// Give a model a second name.
  record CopyModel(String from, String to) implements ForModels {}

  /// Let a model write a summary; one that is being written is given up.
  record Summarise(ChatRequest request) implements ForModels {}

  /// Nobody wants the summary any more.
  record StopSummary() implements ForModels {}

  /// Read all that the server tells about a model.
  record ShowModel(String name) implements ForModels {}

  /// Bring the embedded engine up.
  record StartEngine() implements Command {}

  /// Stop bringing the embedded engine up.
  record CancelEngine() implements Command {}

  /// What the store does, one after the other.
  sealed interface ForStore extends Command {}

  /// Keep an unnamed chat.
  record KeepDraft(Chat chat, long revision) implements ForStore {}

  /// Write a named chat to its file.
  record SaveChat(Chat chat, String file, long revision, boolean asked) implements ForStore {}

  /// Give the chat a name and a file of its own, then write it.
  record NameChat(Chat chat, String name, long revision) implements ForStore {}

  /// Write a copy of a named chat under another name, with an id of its own, and go on in the copy.
  record CopyChat(Chat chat, String name) implements ForStore {}

  /// Write a part of a chat as a chat of its own, with an id of its own; the screen stays where it is.
  record SaveBranch(Chat chat, String name) implements ForStore {}

  /// Keep this under a name for other chats; what the file of that name says besides stays.
  record KeepPreset(String name, ChatSettings settings) implements ForStore {}

  /// Read a chat: by file, or a draft by id where the file is empty.
  record OpenChat(String file, UUID id) implements ForStore {}

  /// See whether somebody else has changed the file of this chat; by id where the file is empty.
  record LookAgain(Chat chat, String file, long revision) implements ForStore {}

  /// The screen has taken up what was joined: from now on its versions come from what the file held then.
  record TakenUp(Chat onDisk, String file) implements ForStore {}

  /// Write a chat of which both sides changed the same messages, as was chosen for each of them.
  record SettleChat(Chat chat, String file, long revision, Map<UUID, Clash.Pick> picks) implements ForStore {}

  /// Write a chat whose file is gone to where it was.
  record WriteMissing(Chat chat, String file, long revision) implements ForStore {}

  /// Go on with a chat in the file that holds it now.
  record GoOnIn(Chat chat, String file, String now, long revision) implements ForStore {}

  /// Look for the newest whole copy of a damaged file, such as `task_lists/release.csv`.
  record FindCopy(String path) implements ForStore {}

  /// Put the newest whole copy of a damaged file in its place.
  record UseCopy(String path) implements ForStore {}

  /// Put a chat into the trash: by file, or one without a name by its id where the file is empty.
  ///
  /// @param title how a person knows it
  record DeleteChat(String file, UUID id, String title) implements ForStore {}

  /// Change what a list shows of a chat that is not on the screen: by file, or a draft by its id where the file is
  /// empty.
  record ChangeChat(String file, UUID id, ChatChange change) implements ForStore {}

  /// The chat on the screen was changed; so that is taken back.
  record NoteChange(String file, UUID id, ChatChange back) implements ForStore {}

  /// Write a copy of a chat with an id of its own; the screen stays where it is.
  record DuplicateChat(String file, UUID id, String title) implements ForStore {}

  /// Put a task list into the trash.
  record DeleteList(String file) implements ForStore {}

  /// Take something out of the trash.
  record Undelete(String id) implements ForStore {}

  /// Give a chat that is not on the screen a name and a file of its own.
  record NameDraft(UUID id, String name) implements ForStore {}

  /// Write a chat to a file outside of the library, which must not be there yet; the path is as it was typed.
  record SaveElsewhere(Chat chat, long revision, String path) implements ForStore {}

  /// Add this chat's messages to another one.
  record AppendChat(Chat from, String target, boolean goOn) implements ForStore {}

  /// Add rows to a list.
  record AppendTasks(String list, boolean create, List<NewTask> tasks) implements ForStore {}

  /// Take the last append to a list back.
  record UndoAppend() implements ForStore {}

  /// Try once more to write the chats that could not be written.
  record WriteAgain() implements ForStore {}

  /// Read what the last run left: choices and drafts.
  record Remember() implements ForStore {}

  /// Put what the journals of earlier runs hold into its chats.
  record Recover() implements ForStore {}

  /// Keep what is written in the input and was not sent, for the next start; an empty text keeps nothing.
  record KeepInput(String text) implements ForStore {}

  /// Give back what the last run kept of its input.
  record TakeInput() implements ForStore {}

  /// Keep a question that was sent among the earlier prompts.
  record KeepPrompt(String prompt) implements ForStore {}

  /// Read the earlier prompts of all chats.
  ///
  /// @param show whether the person wants to see them
  record ReadPrompts(boolean show) implements ForStore {}

  /// Read the templates of prompts.
  record ReadTemplates() implements ForStore {}

  /// Keep this text as a template.
  record KeepTemplate(String name, String text) implements ForStore {}

  /// Keep what is written in the input for when this chat, which was left, is opened again.
  record KeepUnsent(UUID chat, String text) implements ForStore {}

  /// Give back what was written in this chat when it was left.
  record TakeUnsent(UUID chat) implements ForStore {}

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

  /// Write this setting; an empty value leaves it to the program.
  record SetPreference(Preference preference, String value) implements ForStore {}

  /// Keep for the next start a `model`, `host`, `layout`, `task_list`, `append_target` or `chat_sort`.
  record KeepChoice(String key, String value) implements ForStore {}

  /// Make a copy of a list in today's format, to which rows can be added; while one is made, stop that.
  record ConvertList(String list) implements Command {}

  /// Keep what this run measured of the store, for `stats`.
  record KeepFigures(RunFigures run) implements ForStore {}

  /// What those do who look after the library: one after the other, on a thread of their own.
  sealed interface ForCare extends Command {}

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

  /// What the windows do.
  sealed interface ForWindows extends Command {}

  /// Put this text into the input, before what is there.
  record PutInput(String text) implements ForWindows {}

  /// Put this text into the input; what is there now comes back later.
  record SwapInput(String text) implements ForWindows {}

  /// Put what was in the input before back into it.
  record GiveInputBack() implements ForWindows {}

  /// Put this template into the input in the place of what is there, and begin at its first blank.
  record BeginTemplate(String text) implements ForWindows {}

  /// Keep what is written in the input as a template of this name.
  record KeepInputAsTemplate(String name) implements ForWindows {}

  /// These were asked before, the last one last.
  record KnowPrompts(List<String> prompts) implements ForWindows {}

  /// Empty the input: its text was taken.
  record ClearInput() implements ForWindows {}

  /// Show this log file; an empty path is the program's own log.
  record ShowLog(String path) implements ForWindows {}

  /// Send this text to the terminal's clipboard.
  record Copy(String text) implements ForWindows {}

  /// Show what was thought before the message of the moment, or fold it.
  record FoldThinking() implements ForWindows {}

  /// Look for words in the chat; when that is done already, in all chats.
  record FindHere() implements ForWindows {}

  /// Select this message of the chat, and mark these words in all of it.
  record ShowMessage(UUID message, String words) implements ForWindows {}

  /// Draw with this theme.
  record ShowTheme(String name) implements ForWindows {}

  /// Go by these settings.
  record UsePreferences(Preferences before, Preferences now) implements ForWindows {}

  /// Go by these lines of the file of keys; `trouble` says why it can't be read, or is empty.
  record UseKeys(List<String> lines, String trouble) implements ForWindows {}

  /// Send the whole screen anew.
  record Redraw() implements ForWindows {}

  /// Give what is written in the input to the person's editor; [Writing.TextEdited] brings it back.
  record EditInput() implements ForWindows {}

  /// Put this text into the input in the place of what is there.
  record ReplaceInput(String text) implements ForWindows {}

  /// What another program does on the person's terminal, while nothing is drawn; [Writing.GuestLeft] tells of its end.
  sealed interface ForGuest extends ForWindows {}

  /// Give this text to the person's editor; [Writing.TextEdited] brings it back if it was changed.
  record EditText(String text) implements ForGuest {}

  /// Give one of the person's own files to their editor; it is written when they changed it.
  record EditOwnFile(OwnFile file) implements ForGuest {}

  /// Show this chat as Markdown in the person's pager, or in their editor, where changes lead nowhere.
  ///
  /// @param name of the file that they see, such as `release-plan.md`
  record ShowChat(String name, Chat chat, boolean editor) implements ForGuest {}

  /// Take the line for slow from now on, or no more.
  record ToggleSlow() implements ForWindows {}

  /// Ask the terminal what it can do.
  record ExamineTerminal() implements ForWindows {}

  /// Give the terminal back to the shell until the person returns.
  record Suspend() implements ForWindows {}
}
