package dev.chatstream.store.journal;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was written and not sent in chats that were left: `.store/unsent/<chat id>.txt`. A text that was given back
/// stays on the disk until it is kept as what is written in the input. Used by one thread.
public final class UnsentOfChats {

  private static final long LARGEST = 64L * 1024 * 1024;

  private final DataRoot root;
  private final FileOps ops;
  private final Map<UUID, String> given = new HashMap<>();

  /// The texts of this data root.
  public UnsentOfChats(DataRoot root, FileOps ops) {
    this.root = root;
    this.ops = ops;
  }

  /// Keeps this text for when the chat is opened again, after what another window has left there.
  public void keep(UUID chat, String text) throws StoreException {
    Path file = file(chat);
    try (LockFile lock = lock(chat)) {
      makeFolder(file.getParent());
      String before = given.remove(chat) == null ? read(file) : "";
      String all = before.isEmpty() || text.contains(before) ? text : before + "\n" + text;
      new AtomicFile(ops).replace(file, out -> out.write(all.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Whether something was written in this chat and not sent.
  public boolean isThere(UUID chat) throws StoreException {
    return RegularFile.look(file(chat)).isPresent();
  }

  /// What was written in this chat; empty for nothing.
  public String take(UUID chat) throws StoreException {
    if (RegularFile.look(file(chat)).isEmpty()) {
      return "";
    }
    String text = read(file(chat));
    given.put(chat, text);
    return text;
  }

  /// This is kept as what is written in the input now: what was given back is in it, or was changed since by the
  /// person who saw it.
  public void kept(String input) throws StoreException {
    for (UUID chat : List.copyOf(given.keySet())) {
      String text = given.get(chat);
      if (text.isEmpty() || input.contains(text)) {
        forget(chat);
      } else {
        given.put(chat, "");
      }
    }
  }

  private void forget(UUID chat) throws StoreException {
    try (LockFile lock = lock(chat)) {
      ops.delete(file(chat));
      given.remove(chat);
    } catch (IOException e) {
      throw Failures.writing(e, file(chat));
    }
  }

  private LockFile lock(UUID chat) throws StoreException {
    return LockFile.take(root.locks(), "unsent", chat.toString(), LockFile.WAIT);
  }

  private Path file(UUID chat) {
    return root.internal().resolve("unsent").resolve(chat + ".txt");
  }

  private static void makeFolder(Path folder) throws StoreException {
    try {
      Files.createDirectories(folder, OwnerOnly.forNewFolder());
    } catch (IOException e) {
      throw Failures.writing(e, folder);
    }
  }

  private static String read(Path file) throws StoreException {
    try {
      boolean there = RegularFile.look(file).filter(found -> found.size() <= LARGEST).isPresent();
      return there ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
