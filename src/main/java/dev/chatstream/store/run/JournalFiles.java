package dev.chatstream.store.run;

import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Reads the journal of a run, also while somebody writes it: each call goes on where the last one ended. A line that
/// is damaged is left out and counted; one that has no end yet is left for the next call. One thread at a time.
public final class JournalFiles {

  private final Path folder;
  private int number = 1;
  private long offset;
  private int damaged;

  JournalFiles(Path folder) {
    this.folder = folder;
  }

  static String name(int number) {
    return String.format(Locale.ROOT, "journal-%04d.jsonl", number);
  }

  /// Takes a record.
  @FunctionalInterface
  public interface Taker {
    /// @param place for [RunFolder#record]
    void take(RunRecord record, long place);
  }

  /// Gives what has come since the last call, in its order.
  public void read(Taker taker) throws StoreException {
    while (exists(number)) {
      boolean closed = exists(number + 1);
      readFile(taker);
      if (!closed) {
        return;
      }
      // What a sitting had begun to write when it ended was acknowledged to nobody: a torn end is no damage.
      number++;
      offset = 0;
    }
  }

  /// The number of the last file, plus one.
  int next() {
    int next = 1;
    while (exists(next)) {
      next++;
    }
    return next;
  }

  /// How many lines were damaged.
  public int damaged() {
    return damaged;
  }

  private boolean exists(int which) {
    return Files.exists(folder.resolve(name(which)), LinkOption.NOFOLLOW_LINKS);
  }

  private void readFile(Taker taker) throws StoreException {
    Path path = folder.resolve(name(number));
    try (FileChannel channel = RegularFile.openToRead(path)) {
      channel.position(offset);
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        Optional<RunRecord> record = RunRecordJson.record(line.toByteArray());
        long place = Place.of(number, offset);
        offset += line.size() + 1L;
        damaged += record.isPresent() ? 0 : 1;
        line.reset();
        record.ifPresent(found -> taker.take(found, place));
      }
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }
}
