package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AppendFile;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Puts the torn end of an append of ours aside: the one repair that is made without asking, because nothing in that
/// end was ever acknowledged. An end that may be anybody else's is left alone.
final class TornTail {

  private static final int CHUNK = 64 * 1024;

  private final AtomicFile atomic;
  private final AppendFile appendFile;
  private final Path quarantine;

  /// Made when it is needed, which it hardly ever is; making it takes a part of the way to the first frame.
  private static final class Stamp {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS");
  }

  TornTail(FileOps ops, Path quarantine) {
    this.atomic = new AtomicFile(ops);
    this.appendFile = new AppendFile(ops);
    this.quarantine = quarantine;
  }

  /// Cuts a list back to its whole rows, once what is cut off is on the disk elsewhere.
  ///
  /// @return the sentence that tells it
  /// @throws StoreException when the damage is of another kind; the list is left as it is
  String putAside(OpenList list, Path idx, ListScan scan, Instant now) throws StoreException, IOException {
    long known = IdxFile.lastLength(idx, list.channel());
    if (!scan.torn() || known < 0 || known > scan.goodLength()) {
      throw list.unreadable(scan.problem());
    }
    String name = Stamp.FORM.format(now.atOffset(ZoneOffset.UTC)) + ".part";
    long end = list.channel().size();
    if (!atomic.create(quarantine.resolve(name), out -> copy(list.channel(), scan.goodLength(), end, out))) {
      throw list.unreadable(scan.problem());
    }
    appendFile.cut(list.channel(), scan.goodLength());
    return "The end of " + list.name() + " was torn; " + (end - scan.goodLength())
        + " bytes were put aside as .store/quarantine/" + name + ".";
  }

  private static void copy(FileChannel from, long begin, long end, OutputStream out) throws IOException {
    WritableByteChannel to = Channels.newChannel(out);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = begin; at < end;) {
      chunk.clear().limit((int) Math.min(CHUNK, end - at));
      int read = from.read(chunk, at);
      if (read < 0) {
        throw new IOException("the list became shorter while it was read");
      }
      to.write(chunk.flip());
      at += read;
    }
  }
}
