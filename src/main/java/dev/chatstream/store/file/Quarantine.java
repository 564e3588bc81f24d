package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Keeps what would else be written over. What a call returns is on the disk.
public final class Quarantine {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS");
  private static final int MOST_TRIES = 1_000;

  private final DataRoot root;
  private final InstantSource clock;
  private final AtomicFile atomic;

  /// @param clock names the copies
  public Quarantine(DataRoot root, InstantSource clock, FileOps ops) {
    this.root = root;
    this.clock = clock;
    this.atomic = new AtomicFile(ops);
  }

  /// Copies a file, byte for byte.
  ///
  /// @return where the copy is, relative to the data root
  public String copy(Path file) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file); InputStream in = Channels.newInputStream(channel)) {
      return keep(file.getFileName().toString(), out -> {
        channel.position(0); // A name that was taken is tried again with the next one.
        in.transferTo(out);
      });
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Keeps this content under a name like that of its file.
  ///
  /// @return where it is, relative to the data root
  public String keep(String file, AtomicFile.Body body) throws StoreException {
    String stamp = STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
    for (int number = 1; number < MOST_TRIES; number++) {
      String name = stamp + (number == 1 ? "-" : "-" + number + "-") + file;
      if (atomic.create(root.quarantine().resolve(name), body)) {
        return root.folder().relativize(root.quarantine().resolve(name)).toString();
      }
    }
    throw new StoreException(new StoreFailure.Io(file, "the quarantine is full of copies of this moment"));
  }
}
