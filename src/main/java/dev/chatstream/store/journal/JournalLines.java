package dev.chatstream.store.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The records of a file up to the first line that is not whole.
///
/// @param damaged whether there is more in the file than these records
public record JournalLines(List<byte[]> records, boolean damaged) {

  public static JournalLines of(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] != '\n') {
        continue;
      }
      Optional<byte[]> record = JournalLine.record(Arrays.copyOfRange(file, start, i));
      if (record.isEmpty()) {
        return new JournalLines(records, true);
      }
      records.add(record.get());
      start = i + 1;
    }
    return new JournalLines(records, start < file.length);
  }
}
