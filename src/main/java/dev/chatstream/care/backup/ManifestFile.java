package dev.chatstream.care.backup;

import dev.chatstream.care.backup.Manifest.Entry;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.SafeRead;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The file `manifest.jsonl` of a backup: a line that begins it, one a file, and one that ends it with the SHA-256 of
/// all before, so that a torn or changed manifest is never taken for a whole one.
final class ManifestFile {

  static final String NAME = "manifest.jsonl";

  private static final int FORMAT = 1;
  private static final long LARGEST = 256L * 1024 * 1024;
  private static final int TAIL = 512;

  private ManifestFile() {}

  /// How much a backup holds, from the end of its manifest.
  record Sums(int files, long bytes) {}

  static byte[] bytes(Manifest manifest) {
    StringBuilder text = new StringBuilder();
    Map<String, Object> begin = new LinkedHashMap<>();
    begin.put("manifest", FORMAT);
    begin.put("at", manifest.at().toString());
    line(text, begin);
    for (Entry entry : manifest.entries()) {
      line(text, fields(entry));
    }
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("end", manifest.entries().size());
    end.put("bytes", manifest.bytes());
    end.put("sha256", sha256(text.toString()));
    line(text, end);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a manifest and checks that it is whole.
  static Manifest read(FileOps ops, Path base, Path file) throws StoreException {
    try {
      return parse(new String(bytes(ops, base, file, LARGEST, false), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /// Reads its end only.
  static Sums sums(FileOps ops, Path base, Path file) throws StoreException {
    try {
      String tail = new String(bytes(ops, base, file, TAIL, true), StandardCharsets.UTF_8);
      Map<String, String> end = FlatJson.read(lastLine(tail));
      return new Sums((int) number(end, "end"), number(end, "bytes"));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static StoreException damaged(IOException e) {
    return new StoreException(
        new StoreFailure.Unreadable(NAME, "its manifest is damaged: " + Failures.words(e)), e);
  }

  private static void line(StringBuilder text, Map<String, ?> fields) {
    text.append(FlatJson.line(fields)).append('\n');
  }

  private static Map<String, Object> fields(Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", entry.file().relative());
    fields.put("stored", entry.stored());
    fields.put("sha256", entry.content().sha256());
    fields.put("size", entry.content().size());
    fields.put("modified", entry.content().modified().toString());
    fields.put("sound", entry.sound());
    return fields;
  }

  private static Manifest parse(String text) throws IOException {
    String last = lastLine(text);
    String before = text.substring(0, text.length() - last.length() - 1);
    Map<String, String> end = FlatJson.read(last);
    if (!sha256(before).equals(end.get("sha256"))) {
      throw new IOException("its checksum is wrong");
    }
    List<String> lines = before.lines().toList();
    Map<String, String> begin = FlatJson.read(lines.isEmpty() ? "" : lines.getFirst());
    if (number(begin, "manifest") != FORMAT) {
      throw new IOException("a newer version of this program made it");
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      Entry entry = entry(FlatJson.read(line));
      if (!places.add(entry.stored())) {
        throw new IOException("it names a file twice");
      }
      entries.add(entry);
    }
    if (entries.size() != number(end, "end")) {
      throw new IOException("it names fewer files than it says");
    }
    return new Manifest(time(begin, "at"), entries);
  }

  /// A place that leads out of the backup is refused: a manifest may come from anywhere.
  private static Entry entry(Map<String, String> fields) throws IOException {
    String path = text(fields, "path");
    LibraryFile file = LibraryFile.of(path)
        .orElseThrow(() -> new IOException("it names a file that is none of a library"));
    String stored = text(fields, "stored");
    if (!stored.equals(path) && !stored.equals(Manifest.LAST_SOUND + path)) {
      throw new IOException("it names a place outside");
    }
    Content content = new Content(number(fields, "size"), time(fields, "modified"), text(fields, "sha256"));
    return new Entry(file, stored, content, "true".equals(fields.get("sound")));
  }

  private static String lastLine(String text) throws IOException {
    if (!text.endsWith("\n")) {
      throw new IOException("it breaks off");
    }
    return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1, text.length() - 1);
  }

  private static String text(Map<String, String> fields, String name) throws IOException {
    String text = fields.get(name);
    if (text == null) {
      throw new IOException("it has no " + name);
    }
    return text;
  }

  private static long number(Map<String, String> fields, String name) throws IOException {
    try {
      return Long.parseLong(text(fields, name));
    } catch (NumberFormatException e) {
      throw new IOException(name + " is no number", e);
    }
  }

  private static Instant time(Map<String, String> fields, String name) throws IOException {
    try {
      return Instant.parse(text(fields, name));
    } catch (DateTimeException e) {
      throw new IOException(name + " is no time", e);
    }
  }

  private static String sha256(String text) {
    MessageDigest digest = Sha256.start();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Sha256.end(digest);
  }

  private static byte[] bytes(FileOps ops, Path base, Path file, long most, boolean tail)
      throws IOException, StoreException {
    try (FileChannel channel = SafeRead.open(ops, base, file)) {
      long size = channel.size();
      if (!tail && size > most) {
        throw new IOException("it is too large");
      }
      long from = Math.max(0, size - most);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // A read may bring less than was asked for.
      }
      return bytes.array();
    }
  }
}
