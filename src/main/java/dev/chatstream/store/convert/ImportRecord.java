package dev.chatstream.store.convert;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which files were brought in as what, so that the same file is not brought in twice: `.store/imports`, a line each:
/// the SHA-256 of the source, `chat` or `list`, the file name.
final class ImportRecord {

  private static final int HASH = 64;

  private final DataRoot root;
  private final Path file;
  private final AtomicFile atomic;

  ImportRecord(DataRoot root, FileOps ops) {
    this.root = root;
    this.file = root.internal().resolve("imports");
    this.atomic = new AtomicFile(ops);
  }

  /// The file that was made of a source with this hash, if it is still there.
  Optional<String> find(String sha256, boolean chat) throws StoreException {
    String begins = begins(sha256, chat);
    Path folder = chat ? root.chats() : root.taskLists();
    return lines().stream()
        .filter(line -> line.startsWith(begins))
        .map(line -> line.substring(begins.length()))
        .filter(name -> !name.contains("/") && !name.contains("\\") && Files.isRegularFile(folder.resolve(name)))
        .reduce((older, newer) -> newer);
  }

  /// Notes what was made.
  void add(String sha256, boolean chat, String name) throws StoreException {
    try (LockFile lock = LockFile.take(root.locks(), "store", "imports", LockFile.WAIT)) {
      List<String> lines = new ArrayList<>(lines());
      lines.add(begins(sha256, chat) + name);
      byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      atomic.replace(file, out -> out.write(bytes));
    }
  }

  private List<String> lines() throws StoreException {
    if (RegularFile.look(file).isEmpty()) {
      return List.of();
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().filter(line -> line.length() > HASH).toList();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static String begins(String sha256, boolean chat) {
    return sha256 + (chat ? " chat " : " list ");
  }
}
