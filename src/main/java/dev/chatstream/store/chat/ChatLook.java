package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Path;

/// A chat file as it was read, wherever it lies: in the library, in a backup, in the trash.
///
/// @param schema of the file: 1 is the original program's
public record ChatLook(Chat chat, int schema) {

  /// The newest schema that this version writes.
  public static final int NEWEST = ChatWriter.SCHEMA;

  /// Reads it whole.
  ///
  /// @throws StoreException when it is no sound chat
  public static ChatLook at(Path file) throws StoreException {
    ChatDisk.Read read = new ChatDisk(FileOps.DISK).read(file);
    return new ChatLook(read.chat(), read.schema());
  }
}
