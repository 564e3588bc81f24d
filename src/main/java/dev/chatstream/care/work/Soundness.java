package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatLook;
import dev.chatstream.store.list.ListLook;
import java.nio.file.Path;
import java.util.Optional;

/// Whether what a file holds can be read to its end.
public final class Soundness {

  /// What is told of a list that has no header of ours.
  public static final String NO_INDEX = "it has no column named index";

  private Soundness() {}

  /// What is wrong with a file's content, in words; empty when nothing is, or when it has no form to be checked.
  ///
  /// @param as which file of the library it is, or once was
  /// @param path where it lies now
  /// @param idx the list's index file, which knows of an append that was not finished; empty for all others
  public static String problem(LibraryFile as, Path path, Optional<Path> idx) {
    try {
      return switch (as.area()) {
        case CHATS, DRAFTS -> {
          ChatLook.at(path);
          yield "";
        }
        case LISTS -> list(ListLook.at(path, idx));
        case THEMES, PRESETS, TEMPLATES, UNSENT, JOURNAL, OWN -> "";
      };
    } catch (StoreException e) {
      return Finding.reason(e);
    }
  }

  /// A list of another kind can be read to its end. One without its header could be one of ours that lost it.
  private static String list(ListLook look) {
    return look.otherKind() && !look.problem().equals(NO_INDEX) ? "" : look.problem();
  }
}
