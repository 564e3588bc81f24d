package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.legacy.Encoding;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/// A chat from a file of any program, wherever it stands. Reading changes nothing.
///
/// @param schema of its file; 1 is the original program's
/// @param doubts for each message of the conversation why it may be otherwise; empty texts where it is certain
/// @param damage why the file could not be read to its end; empty when it could
public record ForeignChat(Chat chat, int schema, List<String> doubts, String damage) {

  /// Whether a file looks like JSON: its first character that is no space is `{` or `[`.
  public static boolean isJson(Path file) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file); Reader text = Encoding.of(channel).reader(channel)) {
      int c = text.read();
      while (c == 0xFEFF || Character.isWhitespace(c)) {
        c = text.read();
      }
      return c == '{' || c == '[';
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Reads strictly where that works, else as well as it goes.
  ///
  /// @throws StoreException when there is no chat in it
  public static ForeignChat read(Path file) throws StoreException {
    try {
      ChatDisk.Read read = new ChatDisk(FileOps.DISK).read(file);
      return of(read.chat(), read.schema(), List.of(), "");
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.Unreadable) {
        return loose(file, refused);
      }
      throw refused;
    }
  }

  /// Why this version can only show it; empty when it can write it.
  public String newer(String file) {
    return ChatFolder.problem(file, schema);
  }

  private static ForeignChat loose(Path file, StoreException refused) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file)) {
      if (channel.size() > ChatDisk.LARGEST_FILE) {
        throw refused;
      }
      PushbackReader text = new PushbackReader(Encoding.of(channel).reader(channel));
      int first = text.read();
      if (first >= 0 && first != 0xFEFF) {
        text.unread(first);
      }
      LooseChat.Read read = LooseChat.read(text);
      return of(read.chat().chat(), read.chat().schema(), read.doubts(), read.damage());
    } catch (BadChat noChat) {
      refused.addSuppressed(noChat);
      throw refused;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static ForeignChat of(Chat chat, int schema, List<String> doubts, String damage) {
    List<Message> conversation = chat.conversation();
    List<String> each = doubts.isEmpty() ? Collections.nCopies(conversation.size(), "") : doubts;
    return new ForeignChat(chat, schema, List.copyOf(each), damage);
  }
}
