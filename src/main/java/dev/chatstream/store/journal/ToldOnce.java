package dev.chatstream.store.journal;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tinylog.Logger;

/// Remembers over the runs what a person was told about which file, so that each start doesn't say it again: in
/// `.store/told.txt`, a file and the sentence a line, with a tab between. Where it can't be read or written, things are
/// told once more; nothing else depends on it.
final class ToldOnce {

  private static final int LARGEST = 1 << 20;

  private final Path file;
  private final FileOps ops;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> now = new TreeMap<>();

  ToldOnce(DataRoot root, FileOps ops) {
    this.file = root.internal().resolve("told.txt");
    this.ops = ops;
    read();
  }

  /// Notes that this holds for this file now.
  ///
  /// @return whether it is something new
  boolean isNew(String name, String sentence) {
    String line = sentence.replaceAll("\\s+", " ");
    now.put(name, line);
    return !line.equals(before.get(name));
  }

  /// Keeps what was noted; what wasn't is forgotten, so that it is told should it happen again.
  void keep() {
    if (now.equals(before)) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    now.forEach((name, sentence) -> lines.append(name).append('\t').append(sentence).append('\n'));
    try {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      new AtomicFile(ops).replace(file, out -> out.write(bytes));
    } catch (StoreException e) {
      Logger.info("what was told can't be kept: {}", e.failure().sentence());
    }
  }

  private void read() {
    try {
      if (RegularFile.look(file).isPresent()) {
        parse();
      }
    } catch (IOException | StoreException e) {
      Logger.info("what was told before can't be read: {}", e.getMessage());
    }
  }

  private void parse() throws IOException, StoreException {
    try (FileChannel channel = RegularFile.openToRead(file)) {
      if (channel.size() > LARGEST) {
        throw new IOException("too large");
      }
      String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          before.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    }
  }
}
