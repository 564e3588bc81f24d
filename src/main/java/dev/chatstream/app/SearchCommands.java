package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Found;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatPreviews;
import dev.chatstream.store.chat.ChatSearch;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Looks into chats while somebody chooses one, and says what came of it.
final class SearchCommands {

  /// How often the picker hears how far a search is; of the first hit it hears at once.
  private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

  private final ChatSearch search;
  private final ChatPreviews previews;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that never goes back
  SearchCommands(ChatSearch search, ChatPreviews previews, LongSupplier nanoTime) {
    this.search = search;
    this.previews = previews;
    this.nanoTime = nanoTime;
  }

  /// Does it.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  void run(Command.ForSearch command, BooleanSupplier wanted, Consumer<Event> out) {
    try {
      switch (command) {
        case Command.SearchChats chats -> search(chats.typed(), wanted, out);
        case Command.PreviewChat chat -> previews.of(chat.file(), chat.id(), wanted)
            .ifPresent(preview -> out.accept(new Event.ChatPreviewed(preview)));
        case Command.StopSearching nothing -> {
          // A newer wish has ended it.
        }
      }
    } catch (StoreException refused) {
      out.accept(new Event.StoreRefused(refused.failure()));
    }
  }

  private void search(String typed, BooleanSupplier wanted, Consumer<Event> out) throws StoreException {
    Found found = search.search(typed, new ChatSearch.Listener() {
      private boolean any;
      private long next = nanoTime.getAsLong() + STEP_NANOS;

      @Override
      public boolean wanted() {
        return wanted.getAsBoolean();
      }

      @Override
      public void searched(ChatSearch.Snapshot so, boolean hit) {
        boolean first = hit && !any;
        any |= hit;
        if (first || nanoTime.getAsLong() - next >= 0) {
          next = nanoTime.getAsLong() + STEP_NANOS;
          out.accept(new Event.ChatsFound(so.take()));
        }
      }
    });
    if (wanted.getAsBoolean()) {
      out.accept(new Event.ChatsFound(found));
    }
  }
}
