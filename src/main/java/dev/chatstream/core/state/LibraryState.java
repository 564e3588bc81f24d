package dev.chatstream.core.state;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.task.TaskListSummary;
import java.util.List;

/// What is known of the files.
///
/// @param chats drafts first, then the newest; read when a picker opens
/// @param chatsRead whether they were read at all
/// @param lists sorted by name
/// @param listsRead whether they were read at all
/// @param lastList the list that was appended to last; empty when none was
/// @param lastTarget the chat file that was appended to last; empty when none was
/// @param undoFile the list or chat whose last append can be taken back; empty when there is none
public record LibraryState(
    List<ChatSummary> chats,
    boolean chatsRead,
    List<TaskListSummary> lists,
    boolean listsRead,
    String lastList,
    String lastTarget,
    String undoFile) {

  /// Before anything was read.
  public static LibraryState unknown() {
    return new LibraryState(List.of(), false, List.of(), false, "", "", "");
  }

  /// With these chats.
  public LibraryState withChats(List<ChatSummary> read) {
    return new LibraryState(List.copyOf(read), true, lists, listsRead, lastList, lastTarget, undoFile);
  }

  /// With these lists.
  public LibraryState withLists(List<TaskListSummary> read) {
    return new LibraryState(chats, chatsRead, List.copyOf(read), true, lastList, lastTarget, undoFile);
  }

  /// After an append to a list.
  ///
  /// @param undoable the list whose last append can be taken back now; empty when there is none
  public LibraryState appendedTo(String list, String undoable) {
    return new LibraryState(chats, chatsRead, lists, listsRead, list, lastTarget, undoable);
  }

  /// With an append to this file that can be taken back.
  public LibraryState undoable(String file) {
    return new LibraryState(chats, chatsRead, lists, listsRead, lastList, lastTarget, file);
  }

  /// After the last append was taken back, or can't be any more.
  public LibraryState withoutUndo() {
    return new LibraryState(chats, chatsRead, lists, listsRead, lastList, lastTarget, "");
  }

  /// With the targets of the last time.
  public LibraryState withTargets(String list, String chat) {
    return new LibraryState(chats, chatsRead, lists, listsRead, list, chat, undoFile);
  }
}
