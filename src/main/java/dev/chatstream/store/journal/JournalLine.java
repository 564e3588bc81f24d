package dev.chatstream.store.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The frame of a record: one line of JSON, `{"crc":"1a2b3c4d","record":...}`, where the CRC-32C is that of the
/// record's bytes. A line that was torn or damaged is recognised by it.
public final class JournalLine {

  private static final byte[] BEFORE_CRC = "{\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER_CRC = "\",\"record\":".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 8;
  private static final int RECORD = BEFORE_CRC.length + DIGITS + AFTER_CRC.length;

  private JournalLine() {}

  /// The line that holds this record, with its line end.
  public static byte[] frame(byte[] record) {
    byte[] line = new byte[RECORD + record.length + 2];
    System.arraycopy(BEFORE_CRC, 0, line, 0, BEFORE_CRC.length);
    System.arraycopy(crc(record), 0, line, BEFORE_CRC.length, DIGITS);
    System.arraycopy(AFTER_CRC, 0, line, BEFORE_CRC.length + DIGITS, AFTER_CRC.length);
    System.arraycopy(record, 0, line, RECORD, record.length);
    line[line.length - 2] = '}';
    line[line.length - 1] = '\n';
    return line;
  }

  /// The record of this line; empty when the line is not whole.
  ///
  /// @param line without its line end
  public static Optional<byte[]> record(byte[] line) {
    boolean framed = line.length > RECORD
        && at(line, 0, BEFORE_CRC)
        && at(line, BEFORE_CRC.length + DIGITS, AFTER_CRC)
        && line[line.length - 1] == '}';
    if (!framed) {
      return Optional.empty();
    }
    byte[] record = Arrays.copyOfRange(line, RECORD, line.length - 1);
    return at(line, BEFORE_CRC.length, crc(record)) ? Optional.of(record) : Optional.empty();
  }

  private static boolean at(byte[] line, int from, byte[] expected) {
    return Arrays.equals(line, from, from + expected.length, expected, 0, expected.length);
  }

  private static byte[] crc(byte[] record) {
    CRC32C crc = new CRC32C();
    crc.update(record);
    return HexFormat.of().toHexDigits(crc.getValue(), DIGITS).getBytes(StandardCharsets.US_ASCII);
  }
}
