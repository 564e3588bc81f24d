package dev.chatstream.store.file;

import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Whether some bytes stand in a file, without reading it as anything: many times faster than reading it, to know
/// which files are worth that.
public final class ByteSearch {

  private static final int CHUNK = 256 * 1024;

  private ByteSearch() {}

  /// Looks for a word of ASCII.
  ///
  /// @param wanted asked after each chunk
  /// @return false also when it was ended before
  public static boolean in(Path file, String word, BooleanSupplier wanted) throws StoreException {
    int kept = word.length() - 1;
    try (FileChannel channel = RegularFile.openToRead(file)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      while (wanted.getAsBoolean() && channel.read(chunk) >= 0) {
        int length = chunk.position();
        // Each byte is one character there, so no place is missed.
        if (new String(chunk.array(), 0, length, StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
        int from = Math.max(0, length - kept);
        chunk.flip().position(from);
        chunk.compact();
      }
      return false;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
