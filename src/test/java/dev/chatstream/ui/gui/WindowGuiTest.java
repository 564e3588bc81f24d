package dev.chatstream.ui.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.gui2.BasicWindow;
import com.googlecode.lanterna.gui2.MultiWindowTextGUI;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Colour;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.Frame;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.testing.VirtualTerminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowGuiTest {

  private static final CellStyle RED = CellStyle.PLAIN.in(Colour.ansi(1));

  private final DiffScreen screen = new DiffScreen(30, 8, new TerminalTraits(ColourDepth.TRUE_COLOUR, true, true));
  private final VirtualTerminal terminal = new VirtualTerminal(30, 8);
  private final WindowGui gui = new WindowGui(screen);
  private final Page chat = new Page("chat");
  private final Page dialog = new Page("dialog");

  @BeforeEach
  void startWithoutWrap() {
    byte[] noWrap = {0x1B, '[', '?', '7', 'l'};
    terminal.write(noWrap, 0, noWrap.length);
  }

  /// A window that shows lines and remembers what it painted.
  private static final class Page extends PanelWindow {
    final List<String> lines = new ArrayList<>();
    final List<Integer> painted = new ArrayList<>();
    final List<Key> pressed = new ArrayList<>();

    Page(String title, String... lines) {
      super(title);
      this.lines.addAll(Arrays.asList(lines));
    }

    @Override
    protected void paintRow(int row, RowPainter painter) {
      painted.add(row);
      if (row < lines.size()) {
        painter.text(0, lines.get(row), lines.get(row).startsWith("1") ? RED : CellStyle.PLAIN);
      }
    }

    @Override
    public boolean press(Key key) {
      pressed.add(key);
      return key.code() == KeyCode.TEXT;
    }

    @Override
    public TerminalPosition cursor() {
      return new TerminalPosition(1, 0);
    }
  }

  private int show() {
    gui.updateScreen();
    Frame frame = screen.frame();
    terminal.write(frame.bytes(), frame.offset(), frame.length());
    return frame.length();
  }

  private void showChat(String... lines) {
    chat.lines.addAll(Arrays.asList(lines));
    chat.place(0, 0, 30, 8);
    gui.addWindow(chat);
    show();
    chat.painted.clear();
  }

  @Test
  void onlyDirtyRowsArePainted() {
    showChat("one", "two", "three");
    chat.lines.set(1, "two!");
    chat.markDirty(1, 2);
    show();
    assertEquals(List.of(1), chat.painted);
    assertEquals("two!", terminal.row(1));
    chat.painted.clear();
    assertEquals(0, show());
    assertEquals(List.of(), chat.painted);
  }

  @Test
  void aDialogKeepsItsCellsAndGivesThemBack() {
    showChat("0 under", "1 under 日本語日本語日本語", "2 under", "3 under");
    dialog.lines.addAll(List.of("[dialog one]", "[dialog two]"));
    dialog.place(5, 1, 12, 2);
    gui.addWindow(dialog);
    show();
    assertEquals("1 und[dialog one] 語日本語", terminal.row(1));
    chat.lines.set(1, "1 changed below");
    chat.markDirty(1, 2);
    show();
    assertEquals("1 cha[dialog one]", terminal.row(1));
    assertEquals(6, terminal.cursorColumn());
    gui.removeWindow(dialog);
    show();
    assertEquals("1 changed below", terminal.row(1));
    assertEquals("2 under", terminal.row(2));
    assertEquals(1, terminal.cursorColumn());
    assertEquals(chat, gui.getActiveWindow());
    assertNull(dialog.getTextGUI());
  }

  @Test
  void aMovedAndAHiddenWindowLeaveNothingBehind() {
    showChat("chat");
    dialog.lines.add("box");
    dialog.place(10, 3, 3, 1);
    gui.addWindow(dialog);
    show();
    dialog.place(20, 5, 3, 1);
    show();
    assertEquals("", terminal.row(3));
    assertEquals(" ".repeat(20) + "box", terminal.row(5));
    dialog.setVisible(false);
    show();
    assertEquals("chat", terminal.text().strip());
  }

  @Test
  void windowsSideBySideDoNotPaintEachOther() {
    chat.place(0, 0, 15, 8);
    dialog.place(15, 0, 15, 8);
    gui.addWindow(dialog).addWindow(chat);
    show();
    dialog.painted.clear();
    chat.markDirty();
    show();
    assertEquals(List.of(), dialog.painted);
  }

  @Test
  void scrolledRowsCostLittle() {
    for (int line = 0; line < 8; line++) {
      chat.lines.add(("line " + line * 7919).repeat(2));
    }
    showChat();
    chat.lines.removeFirst();
    chat.lines.add("a new line");
    chat.scrolled(0, 8, 1);
    assertTrue(show() < 60);
    assertEquals("a new line", terminal.row(7));
  }

  @Test
  void keysGoToTheActiveWindowThenToListeners() {
    showChat("chat");
    assertTrue(gui.press(Key.text("a")));
    assertFalse(gui.press(Key.of(KeyCode.F1)));
    gui.addListener((textGui, stroke) -> stroke instanceof KeyInput input && input.key().code() == KeyCode.F1);
    assertTrue(gui.press(Key.of(KeyCode.F1)));
    gui.press(Key.paste("one piece"));
    assertEquals(Key.paste("one piece"), chat.pressed.getLast());
  }

  @Test
  void hostileTextBecomesHarmlessCells() {
    showChat("a\u001b[31mb\u202e\tc\u0007");
    assertEquals("a␛[31mb c", terminal.row(0));
  }

  @Test
  void aResizePaintsAll() {
    showChat("one", "two");
    gui.resize(12, 3);
    terminal.resize(12, 3);
    chat.place(0, 0, 12, 3);
    show();
    assertEquals("one\ntwo\n", terminal.text());
  }

  @Test
  void otherThreadsAndNestedLoopsAreRefused() {
    CompletableFuture<Void> other = CompletableFuture.runAsync(gui::updateScreen);
    assertThrows(ExecutionException.class, other::get);
    assertThrows(IllegalStateException.class, () -> gui.addWindowAndWait(chat));
    assertThrows(IllegalStateException.class, () -> gui.getGUIThread().invokeLater(() -> {}));
    assertThrows(IllegalArgumentException.class, () -> gui.addWindow(new BasicWindow("stock")));
  }

  @Test
  void lanternasOwnGuiShowsTheSameCells() throws Exception {
    List<String> lines =
        List.of("plain text", "日本語 wide", "👩‍👩‍👧 family 🇩🇪", "e\u0301 marks ❤️ ok", "한국어",
            "مرحبا", "─── é", "x".repeat(40));
    showChat(lines.toArray(String[]::new));
    DefaultVirtualTerminal stockTerminal = new DefaultVirtualTerminal(new TerminalSize(30, 8));
    TerminalScreen stock = new TerminalScreen(stockTerminal);
    stock.startScreen();
    Page same = new Page("same", lines.toArray(String[]::new));
    same.place(0, 0, 30, 8);
    MultiWindowTextGUI stockGui = new MultiWindowTextGUI(stock);
    stockGui.addWindow(same);
    stockGui.updateScreen();
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 30; column++) {
        TextCharacter ours = screen.getBackCharacter(column, row);
        TextCharacter theirs = stock.getBackCharacter(column, row);
        String where = "column " + column + ", row " + row;
        assertEquals(ours.getCharacterString(), theirs.getCharacterString(), where);
        assertEquals(ours.getForegroundColor(), theirs.getForegroundColor(), where);
        assertEquals(ours.isDoubleWidth(), theirs.isDoubleWidth(), where);
      }
    }
  }
}
