package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.widget.Scroll;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.LineDiff;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Messages that were changed here and elsewhere, one after the other: both versions side by side where there is room,
/// else below each other; ours, theirs or both is chosen. Nothing is written before the last choice.
final class ClashDialog extends DialogWindow {

  private static final int SIDE_BY_SIDE = 60;
  private static final int MOST_ROWS = 36;
  private static final int HEAD = 2;

  /// A row of the screen.
  ///
  /// @param right null where the sides stand below each other
  private record Row(String left, String right, boolean same, boolean ours) {}

  private final Dialog.Clashes clashes;
  private final Map<UUID, Clash.Pick> picks = new HashMap<>();
  private int at;
  private final Scroll scroll = new Scroll();
  private int laidOut = -1;
  private List<Row> rows = List.of();

  ClashDialog(Look look, AppState state, Dialog.Clashes clashes, Consumer<Event> out) {
    super("Changed here and elsewhere", look, state, out);
    this.clashes = clashes;
  }

  @Override
  public int rowsWanted() {
    layOut();
    return Math.min(MOST_ROWS, HEAD + rows.size());
  }

  @Override
  protected String corner() {
    return clashes.clashes().size() == 1 ? "" : at + 1 + " of " + clashes.clashes().size();
  }

  @Override
  protected String keysLine() {
    String dot = " " + look().glyphs().dot() + " ";
    boolean more = at + 1 < clashes.clashes().size();
    String scroll = hint(Context.DIALOG, Motion.UP, look().keys().shown(Context.DIALOG, Motion.DOWN));
    return "o ours" + dot + "t theirs" + dot + "b both" + dot + (more ? "O T B all" + dot : "") + scroll + dot
        + hint(Context.DIALOG, Motion.BACK, "later");
  }

  @Override
  public boolean press(Key key) {
    Optional<Clash.Pick> pick = key.typed() ? pick(key.text()) : Optional.empty();
    if (pick.isPresent()) {
      pick(pick.get(), key.text().equals(key.text().toUpperCase(Locale.ROOT)));
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    if (scroll.move(motion.get(), rows.size(), bodyHeight() - HEAD)) {
      markDirty();
      return true;
    }
    if (motion.get() == Motion.BACK) {
      leave();
      return true;
    }
    return false;
  }

  private static Optional<Clash.Pick> pick(String letter) {
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "o" -> Optional.of(Clash.Pick.OURS);
      case "t" -> Optional.of(Clash.Pick.THEIRS);
      case "b" -> Optional.of(Clash.Pick.BOTH);
      default -> Optional.empty();
    };
  }

  private void pick(Clash.Pick pick, boolean all) {
    List<Clash> left = clashes.clashes().subList(at, all ? clashes.clashes().size() : at + 1);
    left.forEach(clash -> picks.put(clash.ours().id(), pick));
    at += left.size();
    scroll.reset();
    laidOut = -1;
    if (at == clashes.clashes().size()) {
      at--;
      choose(new Choice.Settle(Map.copyOf(picks)));
    }
    markDirty();
  }

  private void layOut() {
    if (laidOut == bodyWidth()) {
      return;
    }
    laidOut = bodyWidth();
    Clash clash = clashes.clashes().get(at);
    boolean beside = laidOut >= SIDE_BY_SIDE;
    int width = (beside ? column() : laidOut) - 2;
    List<Row> laid = new ArrayList<>();
    for (LineDiff.Pair pair : LineDiff.of(words(clash.ours(), clash.theirs()), words(clash.theirs(), clash.ours()))) {
      if (beside) {
        beside(pair, width, laid);
      } else {
        below(pair, width, laid);
      }
    }
    rows = laid;
  }

  private int column() {
    return (bodyWidth() - 1) / 2;
  }

  private static void beside(LineDiff.Pair pair, int width, List<Row> laid) {
    WrappedText left = wrapped(pair.left(), width);
    WrappedText right = wrapped(pair.right(), width);
    for (int line = 0; line < Math.max(left.lines(), right.lines()); line++) {
      laid.add(new Row(line(left, line), line(right, line), pair.same(), true));
    }
  }

  private static void below(LineDiff.Pair pair, int width, List<Row> laid) {
    one(pair.left(), width, pair.same(), true, laid);
    if (!pair.same()) {
      one(pair.right(), width, false, false, laid);
    }
  }

  private static void one(String text, int width, boolean same, boolean ours, List<Row> laid) {
    WrappedText lines = wrapped(text, width);
    for (int line = 0; line < lines.lines(); line++) {
      laid.add(new Row(lines.line(line), null, same, ours));
    }
  }

  private static WrappedText wrapped(String text, int width) {
    return WrappedText.of(Sanitizer.lines(text), Math.max(1, width));
  }

  private static String line(WrappedText text, int line) {
    return line < text.lines() ? text.line(line) : "";
  }

  /// The text, and what else differs.
  private static String words(Message message, Message other) {
    StringBuilder words = new StringBuilder(message.content());
    if (!message.thinking().equals(other.thinking())) {
      words.append("\n[thinking] ").append(message.thinking());
    }
    if (message.state() != other.state()) {
      words.append("\n[").append(message.state().wireName()).append("]");
    }
    if (message.content().equals(other.content()) && words.length() == message.content().length()) {
      words.append("\n[the text is the same, its details differ]");
    }
    return words.toString();
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    if (row == 0) {
      line(painter, head(), style(ThemeRole.DIALOG));
    } else if (row == 1) {
      boolean beside = bodyWidth() >= SIDE_BY_SIDE;
      String names = beside ? Columns.left("- ours", column()) + " + theirs" : "- ours  + theirs";
      line(painter, names, style(ThemeRole.TITLE));
    } else {
      int index = scroll.top(rows.size(), bodyHeight() - HEAD) + row - HEAD;
      paint(index < rows.size() ? rows.get(index) : new Row("", null, true, true), painter);
    }
  }

  private String head() {
    Message message = clashes.clashes().get(at).ours();
    String who = message.model().isEmpty() ? "you" : message.model();
    String file = clashes.file().isEmpty() ? "this draft" : clashes.file();
    return "A message in " + file + " (" + who + "). Both are kept.";
  }

  private void paint(Row row, RowPainter painter) {
    ThemeRole first = row.same() ? ThemeRole.DIM : row.ours() ? ThemeRole.WARNING : ThemeRole.INFO;
    String sign = sign(row, row.left(), row.ours() ? "- " : "+ ");
    if (row.right() == null) {
      line(painter, sign + row.left(), style(first));
      return;
    }
    int from = painter.text(left(), Columns.left(sign + row.left(), column()), style(first));
    from = painter.text(from, look().glyphs().vertical(), style(ThemeRole.RULE));
    String right = sign(row, row.right(), "+ ") + row.right();
    painter.text(from, Columns.left(right, left() + bodyWidth() - from),
        style(row.same() ? ThemeRole.DIM : ThemeRole.INFO));
  }

  private static String sign(Row row, String text, String sign) {
    return row.same() || text.isEmpty() ? "  " : sign;
  }
}
