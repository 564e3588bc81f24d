package dev.chatstream.core.event;

/// What is looked up before rows come into a list.
public sealed interface DoublesCommand extends Command {

  /// See which of these rows the list has already, or something like them; nothing is written.
  record CheckAppend(StoreCommand.AppendTasks append) implements DoublesCommand {}
}
