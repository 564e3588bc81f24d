package dev.chatstream.ui.dialog;

import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WordDiff;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.VirtualList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Rows and the earlier ones that they are doubles of; below the list both texts of the current pair with the words in
/// brackets that only one has. A letter decides about the pair, its capital about all of them.
final class DoublesDialog extends DialogWindow {

  private static final int MOST_PAIRS = 8;
  private static final int LINES_EACH = 4;
  private static final int BELOW = 2 + 2 * LINES_EACH;

  private final Dialog.Doubles doubles;
  private final List<Decision> decisions = new ArrayList<>();
  private final VirtualList list = new VirtualList();

  DoublesDialog(Dialog.Doubles doubles, Look look, AppState state, Consumer<Event> out) {
    super("Doubles in " + doubles.list(), look, state, out);
    this.doubles = doubles;
    doubles.pairs().forEach(pair -> decisions.add(pair.proposal()));
    list.setRows(doubles.pairs().size(), row -> true);
  }

  @Override
  public int rowsWanted() {
    return Math.clamp(doubles.pairs().size(), 1, MOST_PAIRS) + BELOW;
  }

  @Override
  protected String corner() {
    String more = doubles.more() > 0 ? " (+" + doubles.more() + ")" : "";
    return list.current() + 1 + " of " + doubles.pairs().size() + more;
  }

  @Override
  protected String keysLine() {
    return keys(hint(Context.DIALOG, Motion.CHOOSE, "do it"), "s skip", "k keep", "r replace", "m merge", "SKRM all",
        hint(Context.DIALOG, Motion.BACK, "cancel"));
  }

  @Override
  public boolean press(Key key) {
    Optional<Decision> decision = key.typed() ? decision(key.text()) : Optional.empty();
    if (decision.isPresent()) {
      decide(decision.get(), !key.text().equals(key.text().toLowerCase(Locale.ROOT)));
      markDirty();
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    switch (motion.get()) {
      case BACK -> leave();
      case CHOOSE -> choose(new Choice.SettleDoubles(
          doubles.list(), doubles.append(), doubles.pairs(), List.copyOf(decisions)));
      default -> {
        return list.move(motion.get());
      }
    }
    return true;
  }

  private static Optional<Decision> decision(String letter) {
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "s" -> Optional.of(Decision.SKIP);
      case "k" -> Optional.of(Decision.KEEP);
      case "r" -> Optional.of(Decision.REPLACE);
      case "m" -> Optional.of(Decision.MERGE);
      default -> Optional.empty();
    };
  }

  private void decide(Decision decision, boolean all) {
    if (all) {
      decisions.replaceAll(before -> decision);
    } else {
      decisions.set(list.current(), decision);
      list.move(Motion.DOWN);
    }
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    int listRows = Math.max(1, bodyHeight() - BELOW);
    list.setHeight(listRows);
    if (row < listRows) {
      int index = list.top() + row;
      if (index < doubles.pairs().size()) {
        paintItem(item(index), index == list.current(), painter);
      } else {
        line(painter, "", style(ThemeRole.DIALOG));
      }
    } else if (row == listRows) {
      line(painter, look().glyphs().line(bodyWidth()), style(ThemeRole.RULE));
    } else {
      paintPair(row - listRows - 1, painter);
    }
  }

  private PickerRow<DoublePair> item(int index) {
    DoublePair pair = doubles.pairs().get(index);
    String text = pair.other().text().strip().replaceAll("\\s+", " ");
    String like = pair.likeness() == Likeness.EXACT
        ? "same as "
        : String.format(Locale.ROOT, "%.2f like ", Math.floor(pair.other().part() * 100) / 100);
    String words = Columns.left(decisions.get(index).words(), 10) + " "
        + Columns.left(pair.task() >= 0 ? "new" : number(pair.other()), 7) + " " + Sanitizer.line(text);
    return PickerRow.of(pair, words, like + number(pair.there()));
  }

  private static String number(DoubleRow row) {
    return row.index() < 0 ? "row " + row.place() : Long.toString(row.index());
  }

  private void paintPair(int row, RowPainter painter) {
    DoublePair pair = doubles.pairs().get(Math.max(0, list.current()));
    WordDiff diff = WordDiff.of(Sanitizer.lines(pair.there().text()), Sanitizer.lines(pair.other().text()));
    if (row < LINES_EACH) {
      paintText("- " + number(pair.there()) + "  ", diff.left(), row, ThemeRole.WARNING, painter);
    } else if (row < 2 * LINES_EACH) {
      String which = pair.task() >= 0 ? "new" : number(pair.other());
      paintText("+ " + which + "  ", diff.right(), row - LINES_EACH, ThemeRole.INFO, painter);
    } else {
      line(painter, means(decisions.get(Math.max(0, list.current())), pair), style(ThemeRole.DIM));
    }
  }

  private void paintText(String sign, String text, int row, ThemeRole role, RowPainter painter) {
    WrappedText lines = WrappedText.of(text, Math.max(1, bodyWidth() - sign.length()));
    boolean cut = row == LINES_EACH - 1 && lines.lines() > LINES_EACH;
    String shown = row < lines.lines() ? lines.line(row) : "";
    String words = (row == 0 ? sign : " ".repeat(sign.length())) + shown;
    line(painter, cut ? Columns.cut(words, bodyWidth() - 1) + look().glyphs().more() : words, style(role));
  }

  private static String means(Decision decision, DoublePair pair) {
    String there = number(pair.there());
    boolean coming = pair.task() >= 0;
    return switch (decision) {
      case SKIP -> coming ? "It does not come in." : number(pair.other()) + " goes, " + there + " stays.";
      case KEEP -> coming ? "It comes in as a row of its own." : "Both stay as they are.";
      case REPLACE -> there + " gets the text below." + (coming ? "" : " " + number(pair.other()) + " goes.");
      case MERGE -> there + " takes what it lacks." + (coming ? "" : " " + number(pair.other()) + " goes.");
    };
  }
}
