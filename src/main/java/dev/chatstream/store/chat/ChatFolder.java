package dev.chatstream.store.chat;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Catalogue;
import dev.chatstream.store.file.FolderNames;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A folder of chat files. Names are only ever found in its listing, so none leads out of it.
final class ChatFolder {

  static final String JSON = ".json";

  private static final int ID_LENGTH = 36;

  private final Path folder;
  private final boolean draft;
  private final ChatDisk disk;
  private final Path catalogue;

  ChatFolder(Path folder, boolean draft, ChatDisk disk, Path catalogue) {
    this.folder = folder;
    this.draft = draft;
    this.disk = disk;
    this.catalogue = catalogue;
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  /// All file names that don't begin with a dot, of any kind, so that no twin of one is made.
  List<String> names() throws StoreException {
    return FolderNames.all(folder);
  }

  /// Those of all chats by name; unchanged ones are not read.
  List<ChatSummary> summaries() throws StoreException {
    ChatSummaries known = known();
    return FolderNames.ending(folder, JSON).stream().map(known::of).toList();
  }

  int count() throws StoreException {
    return FolderNames.ending(folder, JSON).size();
  }

  String find(String nameOrId) throws StoreException {
    List<String> files = FolderNames.ending(folder, JSON);
    Optional<String> byName = FolderNames.find(files, nameOrId, JSON);
    return byName.isPresent() ? byName.get() : byId(files, nameOrId);
  }

  /// Why a file of this schema can only be read; empty when it can be written.
  static String problem(String file, int schema) {
    return schema <= ChatWriter.SCHEMA ? "" : new StoreFailure.NewerVersion(file).sentence();
  }

  static String stem(String file) {
    return file.substring(0, file.length() - JSON.length());
  }

  /// All files that hold this chat: a copy of a file has the id of the first.
  List<String> holding(UUID id) throws StoreException {
    ChatSummaries known = known();
    return FolderNames.ending(folder, JSON).stream().filter(file -> id.equals(known.of(file).id())).toList();
  }

  private ChatSummaries known() {
    return new ChatSummaries(folder, draft, disk, Catalogue.open(catalogue), InstantSource.system());
  }

  private String byId(List<String> files, String nameOrId) throws StoreException {
    ChatSummaries known = known();
    for (String file : files) {
      UUID id = isId(nameOrId) ? known.of(file).id() : null;
      if (id != null && id.toString().equalsIgnoreCase(nameOrId)) {
        return file;
      }
    }
    throw new StoreException(new StoreFailure.Missing("chat \"" + nameOrId + "\""));
  }

  /// A name that can be no id is looked for in no file.
  private static boolean isId(String nameOrId) {
    return nameOrId.length() == ID_LENGTH && nameOrId.chars().filter(c -> c == '-').count() == 4;
  }
}
