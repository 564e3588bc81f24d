package dev.chatstream.core.event;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatChange;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.watch.RunFigures;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the store writes or looks at once, one after the other: chats, task lists, choices.
public sealed interface StoreCommand extends Command.ForStore {

  /// Keep an unnamed chat.
  record KeepDraft(Chat chat, long revision) implements StoreCommand {}

  /// Write a named chat to its file.
  record SaveChat(Chat chat, String file, long revision, boolean asked) implements StoreCommand {}

  /// Give the chat a name and a file of its own, then write it.
  record NameChat(Chat chat, String name, long revision) implements StoreCommand {}

  /// Write a copy of a named chat under another name, with an id of its own, and go on in the copy.
  record CopyChat(Chat chat, String name) implements StoreCommand {}

  /// Write a part of a chat as a chat of its own, with an id of its own; the screen stays where it is.
  record SaveBranch(Chat chat, String name) implements StoreCommand {}

  /// Keep this under a name for other chats; what the file of that name says besides stays.
  record KeepPreset(String name, ChatSettings settings) implements StoreCommand {}

  /// Read a chat: by file, or a draft by id where the file is empty.
  record OpenChat(String file, UUID id) implements StoreCommand {}

  /// See whether somebody else has changed the file of this chat; by id where the file is empty.
  record LookAgain(Chat chat, String file, long revision) implements StoreCommand {}

  /// The screen has taken up what was joined: from now on its versions come from what the file held then.
  record TakenUp(Chat onDisk, String file) implements StoreCommand {}

  /// Write a chat of which both sides changed the same messages, as was chosen for each of them.
  record SettleChat(Chat chat, String file, long revision, Map<UUID, Clash.Pick> picks) implements StoreCommand {}

  /// Write a chat whose file is gone to where it was.
  record WriteMissing(Chat chat, String file, long revision) implements StoreCommand {}

  /// Go on with a chat in the file that holds it now.
  record GoOnIn(Chat chat, String file, String now, long revision) implements StoreCommand {}

  /// Look for the newest whole copy of a damaged file, such as `task_lists/release.csv`.
  record FindCopy(String path) implements StoreCommand {}

  /// Put the newest whole copy of a damaged file in its place.
  record UseCopy(String path) implements StoreCommand {}

  /// Put a chat into the trash: by file, or one without a name by its id where the file is empty.
  ///
  /// @param title how a person knows it
  record DeleteChat(String file, UUID id, String title) implements StoreCommand {}

  /// Change what a list shows of a chat that is not on the screen: by file, or a draft by its id where the file is
  /// empty.
  record ChangeChat(String file, UUID id, ChatChange change) implements StoreCommand {}

  /// The chat on the screen was changed; so that is taken back.
  record NoteChange(String file, UUID id, ChatChange back) implements StoreCommand {}

  /// Write a copy of a chat with an id of its own; the screen stays where it is.
  record DuplicateChat(String file, UUID id, String title) implements StoreCommand {}

  /// Make a list without rows.
  record NewList(String name) implements StoreCommand {}

  /// Give a list another name.
  record RenameList(String file, String name) implements StoreCommand {}

  /// Make a copy of a list.
  record DuplicateList(String file) implements StoreCommand {}

  /// Put a task list into the trash.
  record DeleteList(String file) implements StoreCommand {}

  /// Take something out of the trash.
  record Undelete(String id) implements StoreCommand {}

  /// Give a chat that is not on the screen a name and a file of its own.
  record NameDraft(UUID id, String name) implements StoreCommand {}

  /// Write a chat to a file outside of the library, which must not be there yet; the path is as it was typed.
  record SaveElsewhere(Chat chat, long revision, String path) implements StoreCommand {}

  /// Add this chat's messages to another one.
  record AppendChat(Chat from, String target, boolean goOn) implements StoreCommand {}

  /// Add rows to a list.
  record AppendTasks(String list, boolean create, List<NewTask> tasks) implements StoreCommand {}

  /// Add rows to a list, and do with rows of it that are doubles what was decided for each pair.
  record SettleDoubles(String list, List<NewTask> tasks, List<DoublePair> pairs, List<Decision> decisions)
      implements StoreCommand {}

  /// Write the category of some rows.
  ///
  /// @param categories by the rows' ids
  record SetCategories(String list, Map<String, String> categories) implements StoreCommand {}

  /// Take the last append to a list back.
  record UndoAppend() implements StoreCommand {}

  /// Try once more to write the chats that could not be written.
  record WriteAgain() implements StoreCommand {}

  /// Read what the last run left: choices and drafts.
  record Remember() implements StoreCommand {}

  /// Put what the journals of earlier runs hold into its chats.
  record Recover() implements StoreCommand {}

  /// Write this setting; an empty value leaves it to the program.
  record SetPreference(Preference preference, String value) implements StoreCommand {}

  /// Keep for the next start a `model`, `host`, `layout`, `task_list`, `append_target` or `chat_sort`.
  record KeepChoice(String key, String value) implements StoreCommand {}

  /// Keep what this run measured of the store, for `stats`.
  record KeepFigures(RunFigures run) implements StoreCommand {}
}
