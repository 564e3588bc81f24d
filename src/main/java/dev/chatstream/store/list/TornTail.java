package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AppendFile;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Puts the torn end of an append of ours aside: the one repair that is made without asking, because nothing in that
/// end was ever acknowledged. An end that may be anybody else's is left alone.
final class TornTail {

  /// Made when it is needed, which it hardly ever is; making it takes a part of the way to the first frame.
  private static final class Stamp {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS");
  }

  private final AtomicFile atomic;
  private final AppendFile appendFile;
  private final Path quarantine;

  TornTail(FileOps ops, AppendFile appendFile, Path quarantine) {
    this.atomic = new AtomicFile(ops);
    this.appendFile = appendFile;
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
    long end = list.channel().size();
    String name = keep(list.channel(), scan.goodLength(), end, Stamp.FORM.format(now.atOffset(ZoneOffset.UTC)));
    appendFile.cut(list.path(), list.channel(), scan.goodLength());
    return "The end of " + list.name() + " was torn; " + (end - scan.goodLength())
        + " bytes were put aside as .store/quarantine/" + name + ".";
  }

  /// The clock may say the same time twice.
  private String keep(FileChannel list, long begin, long end, String stamp) throws StoreException {
    for (int number = 1;; number++) {
      String name = stamp + (number == 1 ? "" : "-" + number) + ".part";
      if (atomic.create(quarantine.resolve(name), out -> RegularFile.copy(list, begin, end, out))) {
        return name;
      }
    }
  }
}
