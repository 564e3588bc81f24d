package dev.chatstream.store;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.file.Failures;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lines of a small file that a person may write by hand, `name = value` a line.
final class PropertyLines {

  private static final int LARGEST = 1 << 20;

  private PropertyLines() {}

  /// The lines; none when there is no such file.
  static List<String> of(Path file) throws StoreException {
    return text(file).lines().toList();
  }

  /// All of it; empty when there is no such file.
  static String text(Path file) throws StoreException {
    String name = file.getFileName().toString();
    try {
      if (!Files.exists(file)) {
        return "";
      }
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new StoreException(new StoreFailure.Unreadable(name, "it is no small text file"));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new StoreException(new StoreFailure.Unreadable(name, "it is not UTF-8"), e);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
