package dev.chatstream.store;

import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `.store/unsent.txt`: what was written in the input and not sent when the program ended. It is given back once.
public final class UnsentText {

  private static final long LARGEST = 64L * 1024 * 1024;

  private final Path file;
  private final AtomicFile writer = new AtomicFile(FileOps.DISK);

  /// The text of this data root.
  public UnsentText(DataRoot root) {
    this.file = root.internal().resolve("unsent.txt");
  }

  /// Keeps this text, forced to disk. A blank one is not kept, and takes nothing away that another window kept.
  public void keep(String text) throws StoreException {
    if (!text.isBlank()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      writer.replace(file, out -> out.write(bytes));
    }
  }

  /// Gives the text back and forgets it; empty when there is none.
  public String take() throws StoreException {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return "";
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Files.delete(file);
      return text;
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
