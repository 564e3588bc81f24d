package dev.chatstream.core.event;

import dev.chatstream.core.care.FindingRow;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.ChatSort;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.preference.Preference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a person chose in a dialog.
public sealed interface Choice {

  /// Try the server once more.
  record TryAgain() implements Choice {}

  /// Use this host; as it was typed.
  record UseHost(String host) implements Choice {}

  /// Start the embedded engine.
  record UseEngine() implements Choice {}

  /// Stop starting the embedded engine.
  record CancelEngine() implements Choice {}

  /// Go on without a model.
  record WithoutModel() implements Choice {}

  /// Ask this model from now on.
  record UseModel(String name) implements Choice {}

  /// About a run of a task list.
  sealed interface OnRun extends Choice permits RunChoice {}

  /// About a server's models.
  sealed interface OfModels extends Choice {}

  /// See what can be done with this model.
  record WantModelMenu(String model) implements OfModels {}

  /// Type the name of a model that is to be fetched.
  record WantPull() implements OfModels {}

  /// Fetch this model, or go on fetching it.
  record PullModel(String name) implements OfModels {}

  /// Stop fetching this model.
  record StopPull(String name) implements OfModels {}

  /// Say no more of this pull, which was stopped or broke off.
  record ForgetPull(String name) implements OfModels {}

  /// See all that the server tells about this model.
  record ShowModel(String name) implements OfModels {}

  /// Type a second name for this model.
  record WantCopy(String name) implements OfModels {}

  /// Give this model a second name.
  record CopyModel(String from, String to) implements OfModels {}

  /// Ask whether this model is to be deleted.
  record WantDelete(String name) implements OfModels {}

  /// Delete this model.
  record DeleteModel(String name) implements OfModels {}

  /// Give the chat this name.
  record NameChat(String name) implements Choice {}

  /// Open this chat: by file name, or a draft by its id where the file name is empty.
  record OpenChat(String file, UUID id) implements Choice {}

  /// Look for these words in all chats.
  record FindEverywhere(String words) implements Choice {}

  /// Open the chat of this hit at its message.
  record OpenHit(Hit hit) implements Choice {}

  /// See what can be done with this chat.
  record WantChatMenu(ChatSummary chat) implements Choice {}

  /// What is done with a chat of the picker.
  sealed interface OnChat extends Choice {
    /// The chat.
    ChatSummary chat();
  }

  /// Ask for another title.
  record WantTitle(ChatSummary chat) implements OnChat {}

  /// Ask for tags.
  record WantTags(ChatSummary chat) implements OnChat {}

  /// Change its title, its tags, or whether it is pinned.
  record ChangeChat(ChatSummary chat, ChatChange change) implements OnChat {}

  /// Make a copy of it.
  record DuplicateChat(ChatSummary chat) implements OnChat {}

  /// This command was chosen from the list of them.
  record UsedAction(Action action) implements Choice {}

  /// The chats in another order from now on.
  record SortChats(ChatSort sort) implements Choice {}

  /// Put this chat into the trash: by file name, or one without a name by its id where the file name is empty.
  record DeleteChat(String file, UUID id, String title) implements Choice {}

  /// Put this task list into the trash.
  record DeleteList(String file) implements Choice {}

  /// Take this out of the trash.
  record Undelete(String id) implements Choice {}

  /// Ask whether all of the trash is to be deleted for good.
  record WantEmptyTrash() implements Choice {}

  /// Delete all of the trash for good.
  record EmptyTrash() implements Choice {}

  /// Give this chat, which was never named, a name.
  record NameDraft(UUID id, String name) implements Choice {}

  /// Ask for a name for this chat, which was never named.
  record WantName(UUID id, String title) implements Choice {}

  /// Ask for a file anywhere for the chat that can't be saved.
  record WantElsewhere() implements Choice {}

  /// Write the chat that can't be saved to this file, then end.
  record SaveElsewhere(String path) implements Choice {}

  /// Look through the library once more.
  record Examine() implements Choice {}

  /// Read all of what was found here.
  record ReadFinding(FindingRow finding) implements Choice {}

  /// Mend what the look found.
  record Mend() implements Choice {}

  /// Make a backup.
  record BackUp() implements Choice {}

  /// Make one each day from now on, or no more.
  record KeepBackingUp(boolean daily) implements Choice {}

  /// See what restoring this backup would change.
  record PlanRestore(String backup) implements Choice {}

  /// Restore these files of the backup that was looked at; all when there are none.
  record Restore(List<String> files) implements Choice {}

  /// Stop the long work that runs.
  record StopJob() implements Choice {}

  /// Append the chat to this one.
  record AppendToChat(String file, boolean goOn) implements Choice {}

  /// What lies between a chat and the lists that are made of it.
  sealed interface OnTalk extends Choice permits TalkChoice {}

  /// Write the chat as was chosen for each message that both sides changed.
  record Settle(Map<UUID, Clash.Pick> picks) implements Choice {}

  /// Write the chat, whose file is gone, to where it was.
  record WriteAgain() implements Choice {}

  /// Go on in the file that holds the chat now.
  record GoOnIn(String file) implements Choice {}

  /// Put the newest whole copy in the place of this damaged file.
  record UseCopy(String path) implements Choice {}

  /// Go back to this save point.
  record GoBackTo(UUID head) implements Choice {}

  /// Put this earlier prompt into the input, in the place of what is there.
  record UsePrompt(String prompt) implements Choice {}

  /// Put this template into the input, in the place of what is there.
  record UseTemplate(String text) implements Choice {}

  /// Keep what is in the input as a template of this name.
  record KeepTemplate(String name) implements Choice {}

  /// Take this question, which waits for a reply to end, back into the input.
  ///
  /// @param number from 0
  record EditQueued(int number, String question) implements Choice {}

  /// Don't send this question, which waits for a reply to end.
  ///
  /// @param number from 0
  record DropQueued(int number, String question) implements Choice {}

  /// The question does not fit: send it with a larger window.
  record LargerWindow(int tokens) implements Choice {}

  /// The question does not fit: leave out the messages before this one (0 is the first).
  record StartFrom(int message) implements Choice {}

  /// The question does not fit: send it all the same.
  record SendAnyway() implements Choice {}

  /// What is done with the branches of the chat.
  sealed interface OnBranches extends Choice {}

  /// Go to the message that stands so many places beside this one, and to the newest end behind it.
  record Sibling(Message message, int by) implements OnBranches {}

  /// Go to the newest end behind this message.
  record GoTo(Message message) implements OnBranches {}

  /// Go on from this message; what follows it stays on a branch.
  record ForkFrom(Message message) implements OnBranches {}

  /// Write this question anew, on a branch of its own.
  record Revise(Message message) implements OnBranches {}

  /// Save the path through this message as a chat of its own.
  record SaveBranch(Message message) implements OnBranches {}

  /// Ask another model the last question too.
  record AskSecond(String model) implements OnBranches {}

  /// Go on with this answer of two; the other one stays on a branch.
  record KeepAnswer(UUID answer) implements OnBranches {}

  /// Stop this answer of two.
  record StopAnswer(UUID answer) implements OnBranches {}

  /// How the chat is led.
  sealed interface OnSettings extends Choice {}

  /// Ask for a value of this parameter.
  record WantParameter(Parameter parameter) implements OnSettings {}

  /// Set this parameter; as it was typed, an empty text is as usual.
  record SetParameter(Parameter parameter, String text) implements OnSettings {}

  /// Ask for the system prompt.
  record WantSystem() implements OnSettings {}

  /// Set the system prompt; an empty one is none.
  record SetSystem(String prompt) implements OnSettings {}

  /// Show the presets.
  record WantPresets() implements OnSettings {}

  /// Lead the chat by this preset.
  record UsePreset(Preset preset) implements OnSettings {}

  /// Ask for a name, to keep how this chat is led as a preset.
  record WantPresetName() implements OnSettings {}

  /// Keep how this chat is led as a preset of this name.
  record KeepPreset(String name) implements OnSettings {}

  /// About what the model sees of a chat.
  sealed interface OfContext extends Choice {}

  /// Let the model sum up the oldest messages.
  record WantSummary() implements OfContext {}

  /// Send this in the place of the messages that were summed up.
  record UseSummary(String text) implements OfContext {}

  /// Tick the messages that are not to be sent.
  record WantLeaveOut() implements OfContext {}

  /// Send all but these messages.
  record LeaveOut(Set<UUID> messages) implements OfContext {}

  /// What to do with a message, a block of one, or the whole chat.
  sealed interface OfMessage extends Choice {}

  /// See what can be done with this message.
  record OpenMessage(UUID message) implements OfMessage {}

  /// Send this text to the terminal's clipboard.
  record Copy(String text) implements OfMessage {}

  /// Ask for a file for this text.
  ///
  /// @param proposal what stands in the field at first
  record WantWrite(String text, String proposal) implements OfMessage {}

  /// Write this text to a file.
  record WriteText(String text, String path) implements OfMessage {}

  /// Read plain text on the whole screen.
  ///
  /// @param alone whether only this message, else all of them
  record ReadPlain(UUID message, boolean alone) implements OfMessage {}

  /// Read what is known about this message.
  record ReadFacts(UUID message) implements OfMessage {}

  /// Write the chat to a file for other programs.
  record Export(ExportFormat format, String path) implements OfMessage {}

  /// In the table of a task list, or on the way to it.
  sealed interface OnTable extends Choice permits TableChoice {}

  /// How the person suits the program.
  sealed interface OnPreferences extends Choice {}

  /// Ask for a value of this setting.
  record WantPreference(Preference preference) implements OnPreferences {}

  /// Set this; as it was typed, an empty text leaves it to the program.
  record SetPreference(Preference preference, String text) implements OnPreferences {}

  /// Show what is wrong in the file of settings.
  record ShowMistakes() implements OnPreferences {}

  /// About whole lists.
  sealed interface OnLists extends Choice {}

  /// Look for doubles in this list.
  record FindDoubles(String list, boolean near) implements OnLists {}

  /// Do with doubles what was decided for each pair.
  ///
  /// @param append the rows that are to come in; empty when none are
  record SettleDoubles(
      String list, Optional<StoreCommand.AppendTasks> append, List<DoublePair> pairs, List<Decision> decisions)
      implements OnLists {}

  /// Draw with this theme from now on.
  record UseTheme(String name) implements Choice {}
}
