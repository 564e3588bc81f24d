package dev.chatstream.app;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A path as a person types it in a field: `~` is their own folder, a relative one counts from where the program was
/// started.
final class TypedPath {

  private TypedPath() {}

  static Path of(String typed) throws StoreException {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new StoreException(new StoreFailure.BadName("A path is needed, such as ~/chat.json."));
    }
    boolean own = text.equals("~") || text.startsWith("~/");
    try {
      return Path.of(own ? System.getProperty("user.home") + text.substring(1) : text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StoreException(new StoreFailure.BadName("That can't be a path: " + e.getReason() + "."), e);
    }
  }
}
