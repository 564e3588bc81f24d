package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FolderNames;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The parts of a library that are kept. Logs, locks and derived files are none.
public enum Area {
  /// Named chats.
  CHATS("chats", ".json", "chat"),
  /// Task lists.
  LISTS("task_lists", ".csv", "list"),
  /// Chats that were never named.
  DRAFTS(".store/drafts", ".json", "draft"),
  /// Themes of the person's own.
  THEMES("themes", ".properties", ""),
  /// Presets of any form.
  PRESETS(".store/presets", "", ""),
  /// Templates of prompts.
  TEMPLATES(".store/templates", ".md", ""),
  /// What was written and not sent, chat by chat.
  UNSENT(".store/unsent", ".txt", ""),
  /// Replies and text that are still coming.
  JOURNAL(".store/journal", ".jsonl", ""),
  /// Single files of the program itself.
  OWN(".store", "", "");

  /// All of [#OWN]. `hosts.properties` can hold keys to servers; a backup has the same rights as the file.
  private static final List<String> OWN_FILES = List.of(
      "VERSION", "settings.properties", "keys.properties", "hosts.properties", "state.json", "unsent.txt",
      "prompts.jsonl");

  private final String folder;
  private final String extension;
  private final String lockKind;

  Area(String folder, String extension, String lockKind) {
    this.folder = folder;
    this.extension = extension;
    this.lockKind = lockKind;
  }

  /// Below the data root, with `/`.
  public String folder() {
    return folder;
  }

  /// With its dot; empty where files have any.
  public String extension() {
    return extension;
  }

  /// The folder itself.
  public Path path(DataRoot root) {
    return root.folder().resolve(folder);
  }

  /// The kind of lock that its files have; empty when they have none.
  String lockKind(String file) {
    return this == OWN && file.equals("state.json") ? "state" : lockKind;
  }

  /// Whether a file of this name can be one of them.
  boolean takes(String name) {
    if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
      return false;
    }
    return this == OWN ? OWN_FILES.contains(name) : name.toLowerCase(Locale.ROOT).endsWith(extension);
  }

  /// Its files by name, of whatever kind; a folder of presets is none.
  List<LibraryFile> files(DataRoot root) throws StoreException {
    Path path = path(root);
    List<String> names = this == OWN
        ? OWN_FILES.stream().filter(name -> Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS)).toList()
        : FolderNames.ending(path, extension);
    return names.stream().filter(this::takes).map(name -> new LibraryFile(this, name)).toList();
  }
}
