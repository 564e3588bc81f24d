package dev.chatstream.store;

import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// What was asked before, in all chats: `.store/prompts.jsonl`, a record a line, the newest last. Each begins with a
/// line end, so that one that a crash cut spoils itself alone. Written under a lock, by any number of windows.
public final class PromptHistory {

  /// How the file is called.
  public static final String NAME = "prompts.jsonl";

  /// A longer prompt is in its chat only, in bytes of its record.
  static final int LONGEST = 64 * 1024;

  /// A larger file is written anew with the newest ones, in bytes.
  static final long LARGEST = 1024 * 1024;

  private static final long KEPT = LARGEST / 2;
  private static final int MOST = 4_000;
  private static final String FIELD = "prompt";

  private final Path file;
  private final Path locks;
  private final FileOps ops;

  /// The history of this data root.
  ///
  /// @param ops [FileOps#DISK] outside tests
  public PromptHistory(DataRoot root, FileOps ops) {
    this.file = root.internal().resolve(NAME);
    this.locks = root.locks();
    this.ops = ops;
  }

  /// The prompts, each once, the last asked last. Records that can't be read are left out.
  public List<String> read() throws StoreException {
    if (RegularFile.look(file).isEmpty()) {
      return List.of();
    }
    LinkedHashSet<String> prompts = new LinkedHashSet<>();
    for (String line : lines()) {
      prompt(line).ifPresent(prompts::addLast);
    }
    return List.copyOf(prompts);
  }

  /// How many records can't be read.
  public int damaged() throws StoreException {
    return RegularFile.look(file).isEmpty()
        ? 0
        : (int) lines().stream().filter(line -> !line.isBlank() && prompt(line).isEmpty()).count();
  }

  /// Adds what was asked now, forced to disk; nothing for what is blank or very long.
  public void add(String prompt) throws StoreException {
    byte[] record = ("\n" + FlatJson.line(Map.of(FIELD, prompt))).getBytes(StandardCharsets.UTF_8);
    if (prompt.isBlank() || record.length > LONGEST) {
      return;
    }
    try (LockFile lock = LockFile.take(locks, "prompts", "prompts", LockFile.WAIT)) {
      boolean large = RegularFile.look(file).filter(found -> found.size() + record.length > LARGEST).isPresent();
      if (large) {
        shorten();
      }
      append(record);
    }
  }

  private void append(byte[] record) throws StoreException {
    try (FileChannel channel = ops.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      ops.append(channel, ByteBuffer.wrap(record));
      ops.force(channel, false);
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  private void shorten() throws StoreException {
    Deque<String> newest = new ArrayDeque<>();
    long bytes = 0;
    for (String prompt : read().reversed()) {
      String line = "\n" + FlatJson.line(Map.of(FIELD, prompt));
      bytes += line.length();
      if (bytes > KEPT || newest.size() == MOST) {
        break;
      }
      newest.addFirst(line);
    }
    byte[] all = String.join("", newest).getBytes(StandardCharsets.UTF_8);
    new AtomicFile(ops).replace(file, out -> out.write(all));
  }

  private List<String> lines() throws StoreException {
    try {
      if (Files.size(file) > 2 * LARGEST) {
        Logger.warn("{} is larger than it can be; it is not read", file.getFileName());
        return List.of();
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private static Optional<String> prompt(String line) {
    try {
      return line.isBlank() ? Optional.empty() : Optional.ofNullable(FlatJson.read(line).get(FIELD));
    } catch (IOException torn) {
      Logger.debug(torn, "no prompt");
      return Optional.empty();
    }
  }
}
