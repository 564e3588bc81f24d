package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Whether the derived index file of a list can be trusted.
public final class IdxLook {

  private IdxLook() {}

  /// What is wrong with it, in words; empty when it is right, or is not for the list's present state: then nobody
  /// believes it, and the next append makes it anew.
  public static String problem(Path file, Path idx) throws StoreException {
    try (OpenList list = OpenList.toRead(file)) {
      Optional<IdxFile> known = IdxFile.open(idx, ListState.of(file, list.channel()));
      if (known.isEmpty()) {
        return "";
      }
      try (IdxFile index = known.get()) {
        ListScan scan = ListLook.scan(list, Optional.of(idx));
        boolean wrong = scan.problem().isEmpty() && index.maxIndex() != scan.maxIndex();
        return wrong
            ? "it says that the largest index is " + index.maxIndex() + ", and the list has " + scan.maxIndex()
            : "";
      }
    } catch (IOException e) {
      throw Failures.reading(e, idx);
    }
  }
}
