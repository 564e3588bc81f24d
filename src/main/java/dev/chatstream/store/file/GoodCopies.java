package dev.chatstream.store.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds whole copies of damaged files: in backups, or wherever copies are kept.
@FunctionalInterface
public interface GoodCopies {

  /// Where no copies are kept.
  GoodCopies NONE = (file, sound) -> Optional.empty();

  /// The newest copy that is whole; empty when there is none. It is neither moved nor changed. Asked on the store's
  /// thread, and only after a file was found damaged; what goes wrong goes to the log.
  ///
  /// @param file relative to the data root, with `/`, such as `chats/old.json`
  /// @param sound whether a copy can be read whole, by whoever asks
  Optional<GoodCopy> newest(String file, Predicate<Path> sound);
}
