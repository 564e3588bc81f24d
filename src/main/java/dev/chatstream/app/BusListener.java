package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.input.Key;
import dev.chatstream.term.TerminalListener;

/// Puts what the terminal tells on the bus.
record BusListener(EventBus<Event> bus) implements TerminalListener {

  @Override
  public void key(Key key) {
    bus.publishEnding(new Event.KeyPressed(key));
  }

  @Override
  public void resized(int columns, int rows) {
    bus.publishEnding(new Event.Resized(columns, rows));
  }

  @Override
  public void closed() {
    bus.publishEnding(new Event.TerminalClosed());
  }

  @Override
  public void answered() {
    bus.publishEnding(new Event.LineAnswered());
  }

  @Override
  public void frameWritten() {
    bus.publishEnding(new Event.FrameWritten());
  }
}
