package dev.chatstream.store.chat;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FolderNames;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A folder of chat files. Names are only ever found in its listing, so none leads out of it.
final class ChatFolder {

  private static final String JSON = ".json";

  private final Path folder;
  private final boolean draft;
  private final ChatDisk disk;

  ChatFolder(Path folder, boolean draft, ChatDisk disk) {
    this.folder = folder;
    this.draft = draft;
    this.disk = disk;
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  /// All file names that don't begin with a dot, of any kind, so that no twin of one is made.
  List<String> names() throws StoreException {
    return FolderNames.all(folder);
  }

  List<ChatSummary> summaries() throws StoreException {
    List<ChatSummary> summaries = new ArrayList<>();
    for (String file : FolderNames.ending(folder, JSON)) {
      summaries.add(summary(file));
    }
    return summaries;
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

  private ChatSummary summary(String file) {
    Instant changed = FolderNames.changed(path(file));
    try {
      SummaryReader.Summary read = disk.summary(path(file));
      String problem = problem(file, read.schema());
      return new ChatSummary(
          read.id(), draft ? "" : file, title(file, read), read.messages(), read.model(), changed, problem);
    } catch (StoreException e) {
      UUID id = draft ? draftId(file) : null;
      return new ChatSummary(id, draft ? "" : file, stem(file), 0, "", changed, e.getMessage());
    }
  }

  private String title(String file, SummaryReader.Summary read) {
    if (!read.title().isEmpty()) {
      return read.title();
    }
    return draft ? read.question() : stem(file);
  }

  private String byId(List<String> files, String nameOrId) throws StoreException {
    for (String file : files) {
      ChatSummary summary = summary(file);
      if (summary.id() != null && summary.id().toString().equalsIgnoreCase(nameOrId)) {
        return file;
      }
    }
    throw new StoreException(new StoreFailure.Missing("chat \"" + nameOrId + "\""));
  }

  /// A draft's file is named by its id.
  private static UUID draftId(String file) {
    try {
      return UUID.fromString(stem(file));
    } catch (IllegalArgumentException e) {
      return null; // Somebody else put this file here; it is listed all the same.
    }
  }
}
