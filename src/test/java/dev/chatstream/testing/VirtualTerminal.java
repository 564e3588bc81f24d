package dev.chatstream.testing;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Graphemes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A terminal in memory: bytes in, a grid of graphemes and styles out. Knows the sequences that this program writes
/// and fails on every other, so that a test sees when a new one comes into use. Sequences may be cut anywhere between
/// two writes.
public final class VirtualTerminal {

  /// What stands in a column; `text` is empty right of a wide grapheme.
  ///
  /// @param text the grapheme, a space where nothing was written
  /// @param style the parameters of the SGR sequence in force, in order, such as `1;31`
  public record Spot(String text, String style) {}

  private static final Spot BLANK = new Spot(" ", "");

  private final StringBuilder pending = new StringBuilder();
  private byte[] cut = new byte[0];
  private int columns;
  private int rows;
  private Spot[][] grid;
  private int column;
  private int row;
  private int top;
  private int bottom;
  private String style = "";
  private boolean cursorVisible = true;
  private boolean wraps = true;
  private boolean alternate;
  private long bytesWritten;
  private int questions;
  private final List<String> modes = new ArrayList<>();

  /// An empty terminal.
  public VirtualTerminal(int columns, int rows) {
    resize(columns, rows);
  }

  /// Changes the size; what fits stays.
  public void resize(int newColumns, int newRows) {
    Spot[][] old = grid;
    columns = newColumns;
    rows = newRows;
    grid = new Spot[rows][];
    for (int at = 0; at < rows; at++) {
      grid[at] = blankRow();
      if (old != null && at < old.length) {
        System.arraycopy(old[at], 0, grid[at], 0, Math.min(columns, old[at].length));
      }
    }
    column = Math.min(column, columns - 1);
    row = Math.min(row, rows - 1);
    top = 0;
    bottom = rows - 1;
  }

  /// Takes bytes as a terminal would.
  public void write(byte[] bytes, int offset, int length) {
    bytesWritten += length;
    byte[] all = Arrays.copyOf(cut, cut.length + length);
    System.arraycopy(bytes, offset, all, cut.length, length);
    int whole = wholeEnd(all);
    cut = Arrays.copyOfRange(all, whole, all.length);
    pending.append(new String(all, 0, whole, StandardCharsets.UTF_8));
    int done = 0;
    for (int next = step(done); next > done; next = step(done)) {
      done = next;
    }
    pending.delete(0, done);
  }

  private static int wholeEnd(byte[] all) {
    int end = all.length;
    for (int back = 1; back <= Math.min(3, all.length); back++) {
      int b = all[all.length - back] & 0xFF;
      if (b >= 0xC0) {
        int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return needed > back ? all.length - back : end;
      }
    }
    return end;
  }

  /// Does the next piece of the pending text and returns its end, or the same index if it isn't whole yet.
  private int step(int from) {
    if (from >= pending.length()) {
      return from;
    }
    char c = pending.charAt(from);
    switch (c) {
      case '\u001b' -> {
        return escape(from);
      }
      case '\r' -> column = 0;
      case '\n' -> lineFeed();
      case '\b' -> column = Math.max(0, Math.min(column, columns - 1) - 1);
      default -> {
        if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
          throw new AssertionError("A control reached the terminal: " + (int) c);
        }
        return grapheme(from);
      }
    }
    return from + 1;
  }

  private int grapheme(int from) {
    int end = Graphemes.next(pending, from);
    int width = DisplayWidth.of(pending, from, end);
    if (width == 0) {
      throw new AssertionError("A grapheme without width reached the terminal");
    }
    if (column + width > columns) {
      if (wraps) {
        throw new AssertionError("Text ran over the right edge while automatic wrap was on");
      }
      column = columns - width;
    }
    put(column, new Spot(pending.substring(from, end), style));
    if (width == 2) {
      put(column + 1, new Spot("", style));
    }
    column = Math.min(columns - (wraps ? 0 : 1), column + width);
    return end;
  }

  /// Puts a spot and blanks the other half of a wide grapheme that it cuts.
  private void put(int at, Spot spot) {
    Spot[] line = grid[row];
    if (line[at].text().isEmpty() && at > 0 && !spot.text().isEmpty()) {
      line[at - 1] = new Spot(" ", line[at - 1].style());
    }
    line[at] = spot;
    if (at + 1 < columns && line[at + 1].text().isEmpty()) {
      line[at + 1] = new Spot(" ", line[at + 1].style());
    }
  }

  private int escape(int from) {
    if (from + 1 >= pending.length()) {
      return from;
    }
    char kind = pending.charAt(from + 1);
    if (kind == ']') {
      int end = pending.indexOf("\u0007", from);
      return end < 0 ? from : end + 1;
    }
    if (kind == 'M') {
      reverseFeed();
      return from + 2;
    }
    if (kind != '[') {
      throw new AssertionError("Not a sequence of ours: ESC " + kind);
    }
    int end = from + 2;
    while (end < pending.length() && (pending.charAt(end) < '@' || pending.charAt(end) > '~')) {
      end++;
    }
    if (end >= pending.length()) {
      return from;
    }
    control(pending.substring(from + 2, end), pending.charAt(end));
    return end + 1;
  }

  private void control(String parameters, char last) {
    switch (last) {
      case 'H' -> {
        row = Math.min(rows, number(parameters, 0, 1)) - 1;
        column = Math.min(columns, number(parameters, 1, 1)) - 1;
      }
      case 'G' -> column = Math.min(columns, number(parameters, 0, 1)) - 1;
      case 'C' -> column = Math.min(columns - 1, column + number(parameters, 0, 1));
      case 'D' -> column = Math.max(0, Math.min(column, columns - 1) - number(parameters, 0, 1));
      case 'K' -> erase(row, column, columns);
      case 'X' -> erase(row, column, Math.min(columns, column + number(parameters, 0, 1)));
      case 'J' -> eraseAll(parameters);
      case 'S' -> scroll(number(parameters, 0, 1));
      case 'T' -> scroll(-number(parameters, 0, 1));
      case 'r' -> {
        // With a question mark it restores a mode that `s` has saved.
        if (!parameters.startsWith("?")) {
          margins(parameters);
        }
      }
      case 'n' -> {
        if (!parameters.equals("6") || row == 0) {
          throw new AssertionError("Not a question of ours: ESC [ " + parameters + " n in row " + row);
        }
        questions++;
      }
      case 's' -> modes.add(parameters + "s");
      case 'm' -> rendition(parameters);
      case 'h', 'l' -> mode(parameters, last == 'h');
      case 'u' -> modes.add(parameters + "u");
      default -> throw new AssertionError("Not a sequence of ours: ESC [ " + parameters + " " + last);
    }
  }

  private void eraseAll(String parameters) {
    if (!parameters.equals("2")) {
      throw new AssertionError("Not a sequence of ours: ESC [ " + parameters + " J");
    }
    for (int at = 0; at < rows; at++) {
      erase(at, 0, columns);
    }
  }

  private void erase(int at, int from, int to) {
    Spot[] line = grid[at];
    if (line[from].text().isEmpty()) {
      line[from - 1] = new Spot(" ", line[from - 1].style());
    }
    if (to < columns && line[to].text().isEmpty()) {
      line[to] = new Spot(" ", line[to].style());
    }
    Arrays.fill(line, from, to, new Spot(" ", background(style)));
  }

  /// Only the background of a style colours what is erased.
  private static String background(String style) {
    List<String> kept = new ArrayList<>();
    String[] codes = style.isEmpty() ? new String[0] : style.split(";");
    for (int at = 0; at < codes.length; at++) {
      int code = Integer.parseInt(codes[at]);
      int more = code == 38 || code == 48 ? (codes[at + 1].equals("5") ? 2 : 4) : 0;
      if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) {
        kept.addAll(Arrays.asList(codes).subList(at, at + more + 1));
      }
      at += more;
    }
    return String.join(";", kept);
  }

  private void lineFeed() {
    if (row == bottom) {
      scroll(1);
    } else {
      row = Math.min(rows - 1, row + 1);
    }
  }

  private void reverseFeed() {
    if (row == top) {
      scroll(-1);
    } else {
      row = Math.max(0, row - 1);
    }
  }

  private void scroll(int by) {
    List<Spot[]> region = new ArrayList<>(Arrays.asList(grid).subList(top, bottom + 1));
    for (int step = 0; step < Math.abs(by); step++) {
      region.remove(by > 0 ? 0 : region.size() - 1);
      region.add(by > 0 ? region.size() : 0, blankRow());
    }
    for (int at = top; at <= bottom; at++) {
      grid[at] = region.get(at - top);
    }
    if (!background(style).isEmpty()) {
      throw new AssertionError("Scrolled with a background colour on: terminals differ there");
    }
  }

  private void margins(String parameters) {
    top = number(parameters, 0, 1) - 1;
    bottom = number(parameters, 1, rows) - 1;
    row = 0;
    column = 0;
  }

  private void rendition(String parameters) {
    boolean reset = parameters.isEmpty() || parameters.startsWith(";");
    String codes = parameters.startsWith(";") ? parameters.substring(1) : parameters;
    if (!reset && !style.isEmpty()) {
      throw new AssertionError("A style was added to another: " + style + " and " + codes);
    }
    style = codes;
  }

  private void mode(String parameters, boolean on) {
    modes.add(parameters + (on ? "h" : "l"));
    switch (parameters) {
      case "?25" -> cursorVisible = on;
      case "?7" -> wraps = on;
      case "?1049" -> alternate = on;
      default -> {
      }
    }
  }

  private static int number(String parameters, int index, int otherwise) {
    String[] given = parameters.split(";", -1);
    return index < given.length && !given[index].isEmpty() ? Integer.parseInt(given[index]) : otherwise;
  }

  private Spot[] blankRow() {
    Spot[] line = new Spot[columns];
    Arrays.fill(line, BLANK);
    return line;
  }

  /// What stands at a position.
  public Spot at(int atColumn, int atRow) {
    return grid[atRow][atColumn];
  }

  /// The text of a row, without blanks at its end.
  public String row(int index) {
    return Arrays.stream(grid[index]).map(Spot::text).collect(Collectors.joining()).stripTrailing();
  }

  /// All rows, without blanks at their ends, parted by line feeds.
  public String text() {
    return Arrays.stream(grid)
        .map(line -> Arrays.stream(line).map(Spot::text).collect(Collectors.joining()).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /// The cursor's column, from 0.
  public int cursorColumn() {
    return column;
  }

  /// The cursor's row, from 0.
  public int cursorRow() {
    return row;
  }

  /// Whether the cursor is shown.
  public boolean cursorVisible() {
    return cursorVisible;
  }

  /// Whether the alternate screen is on.
  public boolean alternate() {
    return alternate;
  }

  /// Every mode set or reset so far, in order, such as `?25h`.
  public List<String> modes() {
    return List.copyOf(modes);
  }

  /// How often it was asked where the cursor is.
  public int questions() {
    return questions;
  }

  /// How many bytes came so far.
  public long bytesWritten() {
    return bytesWritten;
  }
}
