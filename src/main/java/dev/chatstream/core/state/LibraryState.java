package dev.chatstream.core.state;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.task.TaskListSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is known of the files.
///
/// @param chats drafts first, then the newest; read when a picker opens
/// @param chatsRead whether they were read at all
/// @param chatsTotal how many there are; more than `chats` has while they are being read
/// @param lists sorted by name
/// @param listsRead whether they were read at all
/// @param lastList the list that was appended to last; empty when none was
/// @param lastTarget the chat file that was appended to last; empty when none was
/// @param undoFile the list or chat whose last append can be taken back; empty when there is none
/// @param unsaved chats that were left while they were being written, and then could not be: why; they are in memory
/// @param presets sorted by name; read when their window opens
/// @param find what is known of searches
public record LibraryState(
    List<ChatSummary> chats,
    boolean chatsRead,
    int chatsTotal,
    List<TaskListSummary> lists,
    boolean listsRead,
    String lastList,
    String lastTarget,
    String undoFile,
    Map<UUID, StoreFailure> unsaved,
    List<Preset> presets,
    FindState find) {

  /// Before anything was read.
  public static LibraryState unknown() {
    return new LibraryState(List.of(), false, 0, List.of(), false, "", "", "", Map.of(), List.of(), FindState.NOTHING);
  }

  /// With these chats, all or the first of them. A part never takes the place of what is known already.
  ///
  /// @param total how many there are
  public LibraryState withChats(List<ChatSummary> read, int total) {
    boolean fewer = read.size() < total && read.size() < chats.size();
    List<ChatSummary> shown = fewer ? chats : List.copyOf(read);
    boolean known = chatsRead || read.size() >= total;
    return new LibraryState(shown, known, total, lists, listsRead, lastList, lastTarget, undoFile, unsaved, presets,
        find);
  }

  /// With these lists.
  public LibraryState withLists(List<TaskListSummary> read) {
    return new LibraryState(chats, chatsRead, chatsTotal, List.copyOf(read), true, lastList, lastTarget, undoFile,
        unsaved, presets, find);
  }

  /// After an append to a list.
  ///
  /// @param undoable the list whose last append can be taken back now; empty when there is none
  public LibraryState appendedTo(String list, String undoable) {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, list, lastTarget, undoable, unsaved,
        presets, find);
  }

  /// With an append to this file that can be taken back.
  public LibraryState undoable(String file) {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, lastList, lastTarget, file, unsaved,
        presets, find);
  }

  /// After the last append was taken back, or can't be any more.
  public LibraryState withoutUndo() {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, lastList, lastTarget, "", unsaved, presets,
        find);
  }

  /// With the targets of the last time.
  public LibraryState withTargets(String list, String chat) {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, list, chat, undoFile, unsaved, presets,
        find);
  }

  /// With a chat that was left and could not be written.
  public LibraryState withUnsaved(UUID chat, StoreFailure why) {
    Map<UUID, StoreFailure> more = new LinkedHashMap<>(unsaved);
    more.put(chat, why);
    return withUnsaved(more);
  }

  /// After this chat was written after all, or is on the screen again, or was thrown away.
  public LibraryState withoutUnsaved(UUID chat) {
    Map<UUID, StoreFailure> fewer = new LinkedHashMap<>(unsaved);
    return fewer.remove(chat) == null ? this : withUnsaved(fewer);
  }

  /// With these presets.
  public LibraryState withPresets(List<Preset> read) {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, lastList, lastTarget, undoFile, unsaved,
        List.copyOf(read), find);
  }

  /// With other knowledge of searches.
  public LibraryState with(FindState newFind) {
    return new LibraryState(chats, chatsRead, chatsTotal, lists, listsRead, lastList, lastTarget, undoFile, unsaved,
        presets, newFind);
  }

  private LibraryState withUnsaved(Map<UUID, StoreFailure> others) {
    return new LibraryState(
        chats, chatsRead, chatsTotal, lists, listsRead, lastList, lastTarget, undoFile,
        Collections.unmodifiableMap(others), presets, find);
  }
}
