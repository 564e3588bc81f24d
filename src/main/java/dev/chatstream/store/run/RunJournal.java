package dev.chatstream.store.run;

import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/// Writes what becomes of a run. Each sitting has a file of its own, `journal-0001.jsonl` and so on, for nobody knows
/// how the one before ended; after an error, too, a new one is begun. What [#append] was given is on the disk when it
/// returns. Used by one thread at a time.
public final class RunJournal implements AutoCloseable {

  private final FileOps ops;
  private final Path folder;
  private FileChannel channel;
  private int number;
  private long length;

  /// @param number of the file that is begun with the first record
  RunJournal(FileOps ops, Path folder, int number) {
    this.ops = ops;
    this.folder = folder;
    this.number = number - 1;
  }

  /// Writes these at the end, with one write and one force.
  ///
  /// @return the place of each, for [RunFolder#record]
  /// @throws StoreException when it is not known to be on the disk: the same records may be given again, and then
  ///     stand in another file
  public long[] append(List<RunRecord> records) throws StoreException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * records.size());
    long[] places = new long[records.size()];
    try {
      if (channel == null) {
        begin();
      }
      for (int i = 0; i < places.length; i++) {
        places[i] = Place.of(number, length + bytes.size());
        bytes.writeBytes(RunRecordJson.line(records.get(i)));
      }
      ops.write(channel, ByteBuffer.wrap(bytes.toByteArray()), length);
      ops.force(channel, false);
      length += bytes.size();
      return places;
    } catch (IOException e) {
      letGo(e);
      throw Failures.writing(e, folder.resolve(JournalFiles.name(Math.max(1, number))));
    }
  }

  /// Its number counts only when the file is there: nobody reads on behind a number that is missing.
  private void begin() throws IOException {
    Path next = folder.resolve(JournalFiles.name(number + 1));
    try {
      channel = ops.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException e) {
      number++; // The next try takes the one after it.
      throw e;
    }
    number++;
    length = 0;
    ops.forceFolder(folder);
  }

  /// A file that holds nothing that was acknowledged goes: a full disk would get a new one with each try.
  private void letGo(IOException error) {
    boolean empty = channel != null && length == 0;
    try {
      close();
      if (empty) {
        ops.delete(folder.resolve(JournalFiles.name(number)));
        number--;
      }
    } catch (IOException | StoreException e) {
      error.addSuppressed(e);
    }
  }

  @Override
  public void close() throws StoreException {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw Failures.writing(e, folder);
      } finally {
        channel = null;
      }
    }
  }
}
