package dev.chatstream.store.watch;

import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;

/// `.store/stats.json`: what the last runs of the screen measured. Nothing of value is in it: one that can't be read
/// counts as empty and is written over at the end of the next run.
public final class StatsFile {

  /// So many runs are kept.
  public static final int MOST_RUNS = 50;

  private static final int LARGEST = 1 << 20;

  private final DataRoot root;
  private final Path file;

  /// The figures of this data root.
  public StatsFile(DataRoot root) {
    this.root = root;
    this.file = root.internal().resolve("stats.json");
  }

  /// The last runs, oldest first.
  public List<RunFigures> read() {
    try {
      return RegularFile.look(file).isPresent() ? parse() : List.of();
    } catch (IOException | StoreException e) {
      Logger.warn("stats.json can't be read and is made anew: {}", e.getMessage());
      return List.of();
    }
  }

  private List<RunFigures> parse() throws IOException, StoreException {
    try (FileChannel channel = RegularFile.openToRead(file)) {
      if (channel.size() > LARGEST) {
        throw new IOException("too large");
      }
      return StatsJson.parse(Channels.newInputStream(channel).readAllBytes());
    }
  }

  /// Adds a run; the oldest ones go.
  public void add(RunFigures run) throws StoreException {
    try (LockFile lock = LockFile.take(root.locks(), "stats", "stats.json", LockFile.WAIT)) {
      List<RunFigures> runs = new ArrayList<>(read());
      runs.add(run);
      List<RunFigures> kept = runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size());
      new AtomicFile(FileOps.DISK).replace(file, out -> StatsJson.print(kept, out));
    }
  }
}
