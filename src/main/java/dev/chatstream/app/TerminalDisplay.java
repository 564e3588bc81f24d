package dev.chatstream.app;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Clip;
import dev.chatstream.term.Frame;
import dev.chatstream.term.SshTerminal;
import java.util.List;
import java.util.function.Consumer;

/// The real terminal takes the frames.
record TerminalDisplay(SshTerminal terminal, Guests guests) implements Display {

  @Override
  public boolean idle() {
    return terminal.idle();
  }

  @Override
  public void submit(Frame frame) {
    terminal.submit(frame);
  }

  @Override
  public void setSlow(boolean slow) {
    terminal.setSlow(slow);
  }

  @Override
  public void examine(Consumer<List<String>> told) {
    terminal.examine(told);
  }

  @Override
  public Clip copy(String text) {
    return terminal.copy(text);
  }

  @Override
  public void suspend() {
    terminal.suspend();
  }

  @Override
  public void lend(WindowCommand.ForGuest work) {
    terminal.lend(guests.guest(work));
  }
}
