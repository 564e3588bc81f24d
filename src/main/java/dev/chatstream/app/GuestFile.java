package dev.chatstream.app;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.EditingFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A text in a file of its own, in a folder of its own below the data root, for another program; nobody else may read
/// it. It goes with everything that the other program put beside it.
final class GuestFile implements Closeable {

  private static final long LARGEST = 64L * 1024 * 1024;

  private final EditingFolder folder;
  private final Path path;
  private final String before;

  private GuestFile(EditingFolder folder, Path path, String before) {
    this.folder = folder;
    this.path = path;
    this.before = before;
  }

  /// Writes it.
  static GuestFile create(DataRoot root, String name, String text) throws IOException {
    EditingFolder folder = EditingFolder.make(root);
    try {
      Path file = Files.createFile(folder.path().resolve(name), OwnerOnly.forNewFile());
      Files.writeString(file, text);
      return new GuestFile(folder, file, text);
    } catch (IOException failed) {
      folder.close();
      throw failed;
    }
  }

  Path path() {
    return path;
  }

  /// What it holds now; empty when that is what it was given. The line end that editors put at the end doesn't count.
  ///
  /// @throws java.nio.charset.CharacterCodingException if it is not UTF-8
  /// @throws IOException if it can't be read, or is over 64 MB
  Optional<String> changed() throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new IOException("the text has more than 64 MB");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
    String after = text.endsWith("\n") && !before.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return after.equals(before) ? Optional.empty() : Optional.of(after);
  }

  /// Deletes it.
  @Override
  public void close() throws IOException {
    folder.close();
  }
}
