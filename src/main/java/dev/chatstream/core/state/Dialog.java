package dev.chatstream.core.state;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Template;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.ModelPage;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.core.task.MadeRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A window over the others that wants a choice. What stands in it comes from the state.
public sealed interface Dialog {

  /// No server answers.
  record NoServer() implements Dialog {}

  /// Another host.
  record Host() implements Dialog {}

  /// The embedded engine is on its way up.
  record Engine() implements Dialog {}

  /// The models.
  record Models() implements Dialog {}

  /// What can be done with a model, or with its pull.
  record ModelMenu(String model) implements Dialog {}

  /// All that the server tells about a model.
  record ModelFacts(ModelPage page) implements Dialog {}

  /// The name of a model that is to be fetched.
  record PullName() implements Dialog {}

  /// A second name for a model.
  record CopyModel(String model) implements Dialog {}

  /// Whether a model is to be deleted.
  record DeleteModel(String model) implements Dialog {}

  /// A name for the chat.
  ///
  /// @param proposal what stands in the field at first
  record Name(String proposal) implements Dialog {}

  /// The chats, to open one.
  ///
  /// @param searched what stands in the search field at first
  record Chats(String searched) implements Dialog {
    /// With an empty search field.
    public Chats() {
      this("");
    }
  }

  /// What can be done with a chat of the picker.
  record ChatMenu(ChatSummary chat) implements Dialog {}

  /// Another title for a chat of the picker.
  record ChatTitle(ChatSummary chat) implements Dialog {}

  /// Tags for a chat of the picker.
  record ChatTags(ChatSummary chat) implements Dialog {}

  /// The chats, to append to one.
  record AppendTo() implements Dialog {}

  /// From the chat to a list: what is chosen of the one becomes rows of the other.
  ///
  /// @param message the selected message; empty when none is
  /// @param block the selected part of it; empty when all of it is
  /// @param made whether a model is to say which tasks there are
  record ToTasks(Optional<UUID> message, String block, boolean made) implements Dialog {}

  /// The categories of a list, with how many rows each has.
  record Categories(String list) implements Dialog {}

  /// Categories that rows may get, to be confirmed.
  record Sorting(String list) implements Dialog {}

  /// The rows that were made of a message.
  ///
  /// @param rows empty while they are looked for
  /// @param all whether all lists were looked through
  record MadeRows(UUID message, Optional<List<MadeRow>> rows, boolean all) implements Dialog {}

  /// A run of a task list that is being put together.
  record RunForm() implements Dialog {}

  /// One thing about it.
  record RunField(dev.chatstream.core.run.RunField field) implements Dialog {}

  /// Whether rows may be sent to servers that are not this machine.
  record RunSending(RunEvent.SendingAsked asked) implements Dialog {}

  /// A run: how far it is, row by row.
  record Run() implements Dialog {}

  /// What can be done with a message.
  record MessageMenu(UUID message) implements Dialog {}

  /// What is known about a message.
  record MessageFacts(UUID message) implements Dialog {}

  /// A file for a text.
  ///
  /// @param proposal what stands in the field at first
  record WriteText(String text, String proposal) implements Dialog {}

  /// A file for the whole chat.
  ///
  /// @param proposal what stands in the field at first
  record Export(String proposal) implements Dialog {}

  /// Plain text on the whole screen, for selecting with a mouse.
  ///
  /// @param from the message at the top
  /// @param alone whether only that one
  record Plain(Optional<UUID> from, boolean alone) implements Dialog {}

  /// The save points of the chat.
  record SavePoints() implements Dialog {}

  /// The chat as a tree.
  record Branches() implements Dialog {}

  /// How the chat is led.
  record Settings() implements Dialog {}

  /// A value for a parameter.
  record SetParameter(Parameter parameter) implements Dialog {}

  /// The system prompt.
  record SystemPrompt() implements Dialog {}

  /// The presets, to choose one.
  record Presets() implements Dialog {}

  /// A name for a preset.
  record PresetName() implements Dialog {}

  /// The models, to ask a second one.
  record SecondModel() implements Dialog {}

  /// Two answers to one question.
  ///
  /// @param first the id of the first one; it may still be coming
  /// @param second that of the other one
  record TwoAnswers(UUID first, UUID second) implements Dialog {}

  /// The question does not fit the window.
  ///
  /// @param overflow by how much
  /// @param largerWindow the next window that holds it; 0 when the model has none
  /// @param startFrom the first message of those that fit; -1 when not even the last one does
  /// @param again whether it stands in the chat already and is asked again
  record Overflow(ModelError.ContextOverflow overflow, int largerWindow, int startFrom, boolean again)
      implements Dialog {}

  /// Earlier prompts of all chats, the last asked last.
  record Prompts(List<String> prompts) implements Dialog {}

  /// Templates of prompts.
  record Templates(List<Template> templates) implements Dialog {}

  /// A name for the message as a template.
  record NameTemplate() implements Dialog {}

  /// The questions that wait for the reply to end.
  record Queue() implements Dialog {}

  /// What the model sees of the chat.
  record Context() implements Dialog {}

  /// A summary that is to stand in the place of messages.
  ///
  /// @param text empty while the model writes it
  /// @param problem why it is not whole; empty when it is
  record Summary(List<UUID> messages, String text, String problem) implements Dialog {}

  /// The messages, to tick those that are not to be sent.
  record LeaveOut() implements Dialog {}

  /// All commands.
  record Commands() implements Dialog {}

  /// The keys of Esc.
  record KeyMenu() implements Dialog {}

  /// Help on the window in front.
  record Help() implements Dialog {}

  /// The settings of the program.
  record Preferences() implements Dialog {}

  /// A value for a setting of the program.
  record SetPreference(Preference preference) implements Dialog {}

  /// The themes.
  record Themes() implements Dialog {}

  /// A person's own keys.
  record Keys() implements Dialog {}

  /// Words that are too long for the hint line.
  record Message(String title, String text) implements Dialog {}

  /// The log files, to show one.
  record LogFiles() implements Dialog {}

  /// A line of the log, whole.
  record Record(LogLine line) implements Dialog {}

  /// The tasks of a list.
  record Tasks(Event.TasksRead read) implements Dialog {}

  /// A name for a task list, or for a new one where the file name is empty.
  record ListName(String file) implements Dialog {}

  /// A row of the table, with all of its text.
  ///
  /// @param columns of its list
  record TaskRecord(List<String> columns, TableRow row) implements Dialog {}

  /// A text for a cell of the table.
  ///
  /// @param marked how many rows get it; 0 for this one alone
  record TaskCell(TableRow row, String column, String text, int marked) implements Dialog {}

  /// The columns of the table, to sort by one or to group by one.
  record TaskColumns(boolean group) implements Dialog {}

  /// The columns of the table, to show, hide, size and put them in order, and to change a cell of a row.
  ///
  /// @param row whose cells can be changed; empty for none
  record TaskLayout(Optional<TableRow> row) implements Dialog {}

  /// The task lists, to choose one for a work on it.
  record PickList(ListWork work) implements Dialog {}

  /// Rows and earlier ones that they are doubles of, to decide about each pair.
  ///
  /// @param append the rows that are to come in; empty when the list itself was looked through
  /// @param near whether rows that are only alike were looked for, too
  /// @param more how many pairs there are besides
  record Doubles(String list, Optional<StoreCommand.AppendTasks> append, List<DoublePair> pairs, boolean near,
      long more) implements Dialog {}

  /// Messages of the chat that were changed here and elsewhere, to choose about each.
  record Clashes(String file, List<Clash> clashes) implements Dialog {}

  /// The chat's file was deleted or renamed elsewhere.
  ///
  /// @param now the file that holds the chat now; empty when there is none
  record Gone(String file, String now) implements Dialog {}

  /// A file is damaged, and a whole copy of it is kept.
  ///
  /// @param path of the file, such as `chats/old.json`
  /// @param copied when the copy was made
  record Damaged(String path, Instant copied) implements Dialog {}

  /// What the store measures of itself.
  record Performance() implements Dialog {}

  /// What a look through the library found.
  record Doctor() implements Dialog {}

  /// The backups that are kept.
  record Backups() implements Dialog {}

  /// What restoring a backup would change.
  record Restoring() implements Dialog {}

  /// What can be restored of what was deleted.
  record Trash() implements Dialog {}

  /// Whether all of the trash is to be deleted for good.
  record EmptyTrash() implements Dialog {}

  /// A name for a chat that was never named and is not on the screen.
  ///
  /// @param proposal what stands in the field at first
  record NameDraft(UUID id, String proposal) implements Dialog {}

  /// The program was asked to end, but a chat is not on disk.
  record Unsaved() implements Dialog {}

  /// A file anywhere for a chat that can't be written to its own.
  ///
  /// @param proposal what stands in the field at first
  record Elsewhere(String proposal) implements Dialog {}
}
