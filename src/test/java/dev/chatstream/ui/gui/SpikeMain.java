package dev.chatstream.ui.gui;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.term.Attribute;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Colour;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.SshTerminal;
import dev.chatstream.term.TerminalListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The spike behind docs/adr/0001: three windows on a real terminal, a stream of tokens, an input that echoes keys.
/// `bench/spike.py` runs and measures it. Arguments: stacked or columns, tokens a second, tokens, rows a scroll.
public final class SpikeMain implements TerminalListener {

  private static final long FRAME_NANOS = 16_000_000;

  private record Token(String text) {}

  private record Pressed(Key key) {}

  private record Size(int columns, int rows) {}

  private record Closed() {}

  private record Written() {}

  private final BlockingQueue<Object> bus = new LinkedBlockingQueue<>();
  private final Chat chat;
  private final Lines lists = new Lines("2 Task lists");
  private final Lines log = new Lines("3 Log");
  private final boolean stacked;
  private DiffScreen screen;
  private WindowGui gui;
  private boolean done;

  private SpikeMain(boolean stacked, int step) {
    this.stacked = stacked;
    this.chat = new Chat(step);
  }

  /// Runs until ^Q.
  public static void main(String[] args) throws Exception {
    SpikeMain spike = new SpikeMain(args[0].equals("stacked"), Integer.parseInt(args[3]));
    spike.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  private void run(int rate, int tokens) throws Exception {
    try (SshTerminal terminal = SshTerminal.open(System.getenv(), this)) {
      screen = new DiffScreen(terminal.size().getColumns(), terminal.size().getRows(), terminal.traits());
      gui = new WindowGui(screen);
      gui.addWindow(lists).addWindow(log).addWindow(chat);
      layout(screen.columns(), screen.rows());
      terminal.start();
      loop(terminal, rate, tokens);
    }
  }

  private void loop(SshTerminal terminal, int rate, int tokens) throws InterruptedException {
    long drawn = 0;
    boolean waiting = true;
    boolean urgent = true;
    boolean streaming = false;
    while (!done) {
      long wait = urgent ? 0 : Math.max(0, drawn + FRAME_NANOS - System.nanoTime());
      Object event = waiting && terminal.idle() ? bus.poll(wait, TimeUnit.NANOSECONDS) : bus.take();
      if (event != null) {
        urgent |= event instanceof Pressed;
        waiting |= !(event instanceof Written);
        handle(event);
      }
      boolean due = urgent || System.nanoTime() >= drawn + FRAME_NANOS;
      if (waiting && due && bus.isEmpty() && terminal.idle()) {
        gui.updateScreen();
        terminal.submit(screen.frame());
        drawn = System.nanoTime();
        waiting = false;
        urgent = false;
        if (!streaming) {
          streaming = true;
          Thread.ofVirtual().name("tokens").start(() -> stream(rate, tokens));
        }
      }
    }
  }

  private void stream(int rate, int tokens) {
    long start = System.nanoTime() + 500_000_000;
    for (int token = 0; token < tokens; token++) {
      long at = start + token * 1_000_000_000L / rate;
      try {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
      } catch (InterruptedException e) {
        return;
      }
      bus.add(new Token(Integer.toString(token * 7919 % 46656, 36) + (token % 40 == 39 ? "\n" : " ")));
    }
  }

  private void handle(Object event) {
    switch (event) {
      case Token token -> chat.append(token.text());
      case Pressed pressed when pressed.key().equals(Key.ctrl('q')) -> done = true;
      case Pressed pressed -> gui.press(pressed.key());
      case Size size -> {
        gui.resize(size.columns(), size.rows());
        layout(size.columns(), size.rows());
      }
      case Closed closed -> done = true;
      default -> {
      }
    }
  }

  private void layout(int columns, int rows) {
    int right = stacked ? columns / 2 : 60;
    if (stacked) {
      chat.place(0, 0, columns, rows - 12);
      lists.place(0, rows - 12, columns - right, 12);
      log.place(columns - right, rows - 12, right, 12);
    } else {
      chat.place(0, 0, columns - right - 1, rows);
      lists.place(columns - right, 0, right, rows / 2);
      log.place(columns - right, rows / 2, right, rows - rows / 2);
    }
  }

  @Override
  public void key(Key key) {
    bus.add(new Pressed(key));
  }

  @Override
  public void resized(int columns, int rows) {
    bus.add(new Size(columns, rows));
  }

  @Override
  public void closed() {
    bus.add(new Closed());
  }

  @Override
  public void frameWritten() {
    bus.add(new Written());
  }

  /// A panel with some rows of text.
  private static final class Lines extends PanelWindow {

    private final String name;

    Lines(String name) {
      super(name);
      this.name = name;
    }

    @Override
    protected void paintRow(int row, RowPainter painter) {
      String text = row == 0 ? "- " + name + " -" : " 14:0" + row % 10 + " row " + row * row + " of " + name;
      painter.text(0, text, row == 0 ? CellStyle.PLAIN.with(Attribute.BOLD) : CellStyle.PLAIN);
    }

    @Override
    public boolean press(Key key) {
      return false;
    }
  }

  /// The chat: wrapped lines that follow the end, and an input of one row below.
  private static final class Chat extends PanelWindow {

    private static final CellStyle REPLY = CellStyle.PLAIN.in(Colour.ansi(6));

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder input = new StringBuilder();
    private final int step;
    private int first;

    Chat(int step) {
      super("1 Chat");
      this.step = step;
    }

    private int textRows() {
      return height() - 3;
    }

    void append(String token) {
      StringBuilder last = lines.getLast();
      if (last.length() + token.length() > Math.min(100, width() - 4) || last.toString().endsWith("\n")) {
        last = new StringBuilder();
        lines.add(last);
      }
      last.append(token);
      while (lines.size() - first > textRows()) {
        first += step;
        scrolled(1, 1 + textRows(), step);
      }
      int row = lines.size() - first;
      markDirty(row, row + 1);
    }

    @Override
    protected void paintRow(int row, RowPainter painter) {
      int line = first + row - 1;
      if (row == 0 || row == height() - 2) {
        painter.text(0, "-".repeat(width()), CellStyle.PLAIN);
      } else if (row == height() - 1) {
        painter.text(painter.text(0, " > ", CellStyle.PLAIN), input.toString(), CellStyle.PLAIN);
      } else if (line < lines.size()) {
        painter.text(2, lines.get(line).toString(), REPLY);
      }
    }

    @Override
    public boolean press(Key key) {
      if (key.code() == KeyCode.BACKSPACE) {
        input.setLength(Math.max(0, input.length() - 1));
      } else {
        input.append(key.text());
      }
      input.delete(0, input.length() > 100 ? 100 : 0);
      markDirty(height() - 1, height());
      return true;
    }

    @Override
    public TerminalPosition cursor() {
      return new TerminalPosition(3 + DisplayWidth.of(input.toString()), height() - 1);
    }
  }
}
