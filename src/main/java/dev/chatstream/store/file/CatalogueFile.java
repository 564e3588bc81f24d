package dev.chatstream.store.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// How a catalogue stands on the disk: `ACS-CAT1`, the number of entries, the entries, the CRC-32C of all that;
/// big-endian. It is replaced whole and never forced: after a power cut its CRC says what it is worth.
final class CatalogueFile {

  private static final long MAGIC = 0x4143532D43415431L; // ACS-CAT1
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int MOST_FIELDS = 64;
  private static final int LEAST = Long.BYTES + 2 * Integer.BYTES;

  private CatalogueFile() {}

  /// Reads it; whatever is wrong with it, nothing is known then.
  static Map<String, Catalogue.Entry> read(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
        return Map.of();
      }
      byte[] bytes = Files.readAllBytes(file);
      return whole(bytes) ? entries(bytes) : Map.of();
    } catch (IOException damaged) {
      return Map.of(); // It is derived: the files themselves are read instead.
    }
  }

  static void write(Path file, Map<String, Catalogue.Entry> entries) throws IOException {
    byte[] bytes = bytes(entries);
    if (bytes.length > LARGEST) {
      return;
    }
    try (TempFile temp = TempFile.beside(FileOps.DISK, file)) {
      try {
        FileOps.DISK.write(temp.channel(), ByteBuffer.wrap(bytes), 0);
        FileOps.DISK.replace(temp.path(), file);
      } catch (IOException e) {
        Files.deleteIfExists(temp.path());
        throw e;
      }
    }
  }

  private static boolean whole(byte[] bytes) {
    if (bytes.length < LEAST) {
      return false;
    }
    ByteBuffer read = ByteBuffer.wrap(bytes);
    int end = bytes.length - Integer.BYTES;
    return read.getLong(0) == MAGIC && read.getInt(end) == crc(bytes, end);
  }

  private static Map<String, Catalogue.Entry> entries(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(
        new ByteArrayInputStream(bytes, Long.BYTES, bytes.length - Long.BYTES - Integer.BYTES));
    int count = in.readInt();
    if (count < 0 || count > Catalogue.MOST_ENTRIES) {
      throw new IOException("so many entries can't be: " + count);
    }
    Map<String, Catalogue.Entry> entries = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      String name = text(in);
      FileStamp stamp = new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readLong(), true);
      entries.put(name, new Catalogue.Entry(stamp, fields(in)));
    }
    return entries;
  }

  private static List<String> fields(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    if (count > MOST_FIELDS) {
      throw new IOException("so many fields can't be: " + count);
    }
    List<String> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fields.add(text(in));
    }
    return fields;
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Map<String, Catalogue.Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(MAGIC);
    out.writeInt(entries.size());
    for (Map.Entry<String, Catalogue.Entry> entry : entries.entrySet()) {
      put(out, entry.getKey());
      FileStamp stamp = entry.getValue().stamp();
      out.writeLong(stamp.size());
      out.writeLong(stamp.modifiedNanos());
      out.writeLong(stamp.changedNanos());
      out.writeLong(stamp.inode());
      out.writeByte(entry.getValue().fields().size());
      for (String field : entry.getValue().fields()) {
        put(out, field);
      }
    }
    byte[] body = bytes.toByteArray();
    out.writeInt(crc(body, body.length));
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
