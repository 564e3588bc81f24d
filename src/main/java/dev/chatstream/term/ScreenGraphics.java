package dev.chatstream.term;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.AbstractTextGraphics;
import com.googlecode.lanterna.graphics.TextGraphics;

/// Lanterna's drawing tools over a [DiffScreen].
final class ScreenGraphics extends AbstractTextGraphics {

  private final DiffScreen screen;

  ScreenGraphics(DiffScreen screen) {
    this.screen = screen;
  }

  @Override
  public TextGraphics setCharacter(int column, int row, TextCharacter character) {
    screen.setCharacter(column, row, character);
    return this;
  }

  @Override
  public TextCharacter getCharacter(int column, int row) {
    return screen.getBackCharacter(column, row);
  }

  @Override
  public TerminalSize getSize() {
    return screen.getTerminalSize();
  }
}
