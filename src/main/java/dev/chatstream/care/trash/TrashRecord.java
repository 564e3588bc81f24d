package dev.chatstream.care.trash;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.NewFile;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.SafeRead;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The file `.record.json` beside a thing in the trash. No file of a library has a name that begins with a dot.
///
/// @param from which file it was
/// @param by what put it there
record TrashRecord(LibraryFile from, Instant at, String by) {

  static final String NAME = ".record.json";

  private static final int LARGEST = 64 * 1024;

  void write(Care care, Path folder) throws StoreException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("from", from.relative());
    fields.put("at", at.toString());
    fields.put("by", by);
    byte[] bytes = (FlatJson.line(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    try (NewFile out = new NewFile(care.ops(), folder.resolve(NAME))) {
      out.take(ByteBuffer.wrap(bytes));
      out.finish(at);
    }
  }

  static TrashRecord read(Care care, Path trash, Path folder) throws StoreException {
    Path path = folder.resolve(NAME);
    try (FileChannel in = SafeRead.open(care.ops(), trash, path)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(in.size(), LARGEST));
      while (bytes.hasRemaining() && in.read(bytes, bytes.position()) >= 0) {
        // A read may bring less than was asked for.
      }
      Map<String, String> fields = FlatJson.read(new String(bytes.array(), StandardCharsets.UTF_8));
      LibraryFile from = LibraryFile.of(fields.getOrDefault("from", ""))
          .orElseThrow(() -> new IOException("it names no file of a library"));
      return new TrashRecord(from, Instant.parse(fields.getOrDefault("at", "")), fields.getOrDefault("by", ""));
    } catch (DateTimeException e) {
      throw new StoreException(new StoreFailure.Unreadable(NAME, "its record has no time"), e);
    } catch (IOException e) {
      throw new StoreException(
          new StoreFailure.Unreadable(NAME, "its record is damaged: " + Failures.words(e)), e);
    }
  }
}
