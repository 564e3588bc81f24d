package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.journal.JournalLine;
import dev.chatstream.store.journal.JournalLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an edit journal or a history holds.
///
/// @param base the file that these are changes of
/// @param did what happened, in its order
/// @param target how the file is once all of it is folded in, when that was begun and nothing happened since
/// @param damaged whether there is more in it that can't be read
record EditLog(EditJson.Base base, List<EditJson.Did> did, Optional<ListBase.Signature> target, boolean damaged) {

  /// One record, framed and with its sum.
  static byte[] line(EditJson.Entry entry) {
    return JournalLine.frame(EditJson.bytes(entry));
  }

  /// Reads it; empty when not even its first record is whole: then nothing of it was ever acknowledged.
  static Optional<EditLog> read(Path file) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file); InputStream in = Channels.newInputStream(channel)) {
      return of(JournalLines.of(in.readAllBytes()));
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Numbers of rows that no table ever gave would make it look for them, or make room for them.
  private static final int MOST_NEW = 1_000_000;

  private static void requireRows(ListEdit edit, int rows) throws IOException {
    boolean[] odd = new boolean[1];
    ListEdit unused = edit.with((ref, key) -> {
      odd[0] |= ref != RowOp.TOP && (ref < -MOST_NEW || ref >= rows);
      return ref;
    });
    if (odd[0]) {
      throw new IOException("change " + unused.id() + " is of rows that the list never had");
    }
  }

  private static Optional<EditLog> of(JournalLines lines) {
    EditJson.Base base = null;
    List<EditJson.Did> did = new ArrayList<>();
    Optional<ListBase.Signature> target = Optional.empty();
    boolean damaged = lines.damaged();
    try {
      for (byte[] record : lines.records()) {
        EditJson.Entry entry = EditJson.read(record);
        if (entry instanceof EditJson.Did one && base != null) {
          requireRows(one.edit(), base.rows());
          did.add(one);
          target = Optional.empty();
        } else if (entry instanceof EditJson.Base found) {
          target = base == null ? target : Optional.of(found.signature());
          base = base == null ? found : base;
        }
      }
    } catch (IOException unknown) {
      damaged = true;
    }
    return base == null ? Optional.empty() : Optional.of(new EditLog(base, List.copyOf(did), target, damaged));
  }
}
