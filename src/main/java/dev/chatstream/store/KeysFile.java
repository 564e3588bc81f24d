package dev.chatstream.store;

import dev.chatstream.store.file.DataRoot;
import java.nio.file.Path;
import java.util.List;

/// `.store/keys.properties`: a person's own keys. This program only reads it. It needs no parser to be loaded, so it
/// can be read before the first frame.
public final class KeysFile {

  /// How the file is called.
  public static final String NAME = "keys.properties";

  private final Path file;

  /// The keys of this data root.
  public KeysFile(DataRoot root) {
    this.file = root.internal().resolve(NAME);
  }

  /// Its lines; none when there is no such file.
  public List<String> lines() throws StoreException {
    return PropertyLines.of(file);
  }
}
