package dev.chatstream.store.journal;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Looks into journals without taking them: for backups and the doctor. Opening a journal that this very process holds,
/// and closing it again, would drop its lock; here that is seen to.
///
/// @param owned whether a process that runs holds it, this one or another
/// @param turn whether it is a turn's; else unsent text, or something else
/// @param chat the chat of the turn; empty where that can't be read
/// @param answer the id of the turn's answer; empty where that can't be read
/// @param damaged whether it holds more than can be read
public record JournalLook(
    boolean owned, boolean turn, Optional<UUID> chat, Optional<UUID> answer, boolean damaged) {

  /// Looks at a journal.
  ///
  /// @throws StoreException when it can't be read at all
  public static JournalLook of(FileOps ops, Path path) throws StoreException {
    boolean turn = path.getFileName().toString().startsWith(TurnJournal.PREFIX);
    try {
      Optional<HeldFile> left = HeldFile.takeLeft(ops, path);
      if (left.isEmpty()) {
        return new JournalLook(true, turn, Optional.empty(), Optional.empty(), false);
      }
      try (HeldFile file = left.get()) {
        return of(file.read(), turn);
      }
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  /// The bytes of a journal, also of one that another process writes at this moment.
  ///
  /// @throws StoreException when this process holds it, or it can't be read
  public static byte[] bytes(FileOps ops, Path path) throws StoreException {
    try {
      return HeldFile.readOthers(ops, path)
          .orElseThrow(() -> new StoreException(new StoreFailure.Busy(path.getFileName().toString())));
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private static JournalLook of(byte[] bytes, boolean turn) {
    if (!turn) {
      return new JournalLook(false, false, Optional.empty(), Optional.empty(), JournalLines.of(bytes).damaged());
    }
    return ReadTurn.of(bytes)
        .map(read -> new JournalLook(
            false, true, Optional.of(read.asked().chat()), Optional.of(read.asked().answer().id()), read.damaged()))
        .orElse(new JournalLook(false, true, Optional.empty(), Optional.empty(), true));
  }
}
