package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.core.task.SourcePlace;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.SourceFinder;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.MadeRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Looks for the message that a row was made of, and for the rows that were made of a message.
final class SourceCommands {

  /// Lists are looked through for so long at the most.
  private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();

  private final SourceFinder chats;
  private final MadeRows lists;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that never goes back
  SourceCommands(DataRoot root, LongSupplier nanoTime) {
    this.chats = new SourceFinder(root, nanoTime);
    this.lists = new MadeRows(root);
    this.nanoTime = nanoTime;
  }

  /// Does it.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  /// @return empty when nobody does
  Optional<Event> run(TalkCommand command, BooleanSupplier wanted) {
    Event event;
    try {
      event = switch (command) {
        case TalkCommand.FindSource source -> source(source, wanted);
        case TalkCommand.FindRows rows -> rows(rows, wanted);
        default -> throw new IllegalArgumentException("nothing to look for: " + command);
      };
    } catch (StoreException refused) {
      event = new TalkEvent.TalkRefused(refused.failure());
    }
    return wanted.getAsBoolean() ? Optional.of(event) : Optional.empty();
  }

  private Event source(TalkCommand.FindSource wish, BooleanSupplier wanted) throws StoreException {
    SourcePlace place = chats.find(wish.chat(), wish.message(), wanted);
    return new TalkEvent.SourceFound(place);
  }

  private Event rows(TalkCommand.FindRows wish, BooleanSupplier wanted) throws StoreException {
    long begun = nanoTime.getAsLong();
    BooleanSupplier goOn = () -> wanted.getAsBoolean() && nanoTime.getAsLong() - begun < MOST_NANOS;
    List<MadeRow> found = lists.of(wish.message(), goOn);
    return new TalkEvent.RowsFound(wish.message(), found, goOn.getAsBoolean() && found.size() < MadeRows.MOST);
  }
}
