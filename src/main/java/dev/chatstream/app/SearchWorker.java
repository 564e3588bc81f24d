package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;

/// Searches chats and looks into them, each on a thread of its own, so that neither waits for the other nor anything
/// else for them.
final class SearchWorker {

  private final EventBus<Event> bus;
  private final SearchCommands commands;
  private final NewestJob search = new NewestJob("search");
  private final NewestJob preview = new NewestJob("preview");

  SearchWorker(EventBus<Event> bus, SearchCommands commands) {
    this.bus = bus;
    this.commands = commands;
  }

  void start() {
    search.start();
    preview.start();
  }

  /// Called by the loop's thread only.
  void submit(Command.ForSearch command) {
    switch (command) {
      case Command.SearchChats chats -> search.submit(wanted -> commands.run(chats, wanted, bus::publishEnding));
      case Command.PreviewChat chat -> preview.submit(wanted -> commands.run(chat, wanted, bus::publishEnding));
      case Command.StopSearching nothing -> {
        search.stop();
        preview.stop();
      }
    }
  }
}
