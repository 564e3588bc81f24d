package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.table.TableColumns;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The columns of a list: which of them its table shows, in which order, how wide. Enter changes the cell that the
/// table's row has there, so that every column can be edited, shown or not.
final class TaskLayoutDialog extends ListDialog<String> {

  private static final int STEP = 2;
  private static final int FIRST_WIDTH = 12;
  private static final int LEAST_WIDTH = 2;

  private final Optional<TableRow> row;
  private TableColumns columns;

  TaskLayoutDialog(Look look, AppState state, Optional<TableRow> row, Consumer<Event> out) {
    super("Columns", look, state, out);
    this.row = row;
    this.columns = state.table().facts().layout().of(state.table().facts().columns());
    refresh();
  }

  @Override
  protected List<PickerRow<String>> rows() {
    return columns.all().stream().map(column -> PickerRow.of(
        column.name(),
        (column.shown() ? "[x] " : "[ ] ") + column.name().strip(),
        column.width() == 0 ? "" : "width " + column.width())).toList();
  }

  @Override
  protected String nothing() {
    return "This list has no columns.";
  }

  @Override
  protected List<Letter> letters() {
    return current().map(name -> List.of(
        letter("h", "hide, show", columns.flipped(name)),
        letter("+", "wider", columns.sized(name, width(name) + STEP)),
        letter("-", "narrower", columns.sized(name, Math.max(LEAST_WIDTH, width(name) - STEP))),
        letter("J", "down", columns.moved(name, 1)),
        letter("K", "up", columns.moved(name, -1)),
        letter("0", "all as usual", TableColumns.USUAL))).orElse(List.of());
  }

  private static Letter letter(String key, String words, TableColumns after) {
    return new Letter(key, words, new Event.Wanted(new TableCommand.ShowColumns(after)));
  }

  private int width(String name) {
    int own = columns.all().get(columns.place(name).orElseThrow()).width();
    return own == 0 ? FIRST_WIDTH : own;
  }

  /// What is shown here is what was asked for last, also while the table has not answered yet.
  @Override
  public boolean press(Key key) {
    Optional<String> name = current();
    Optional<Letter> meant = letters().stream().filter(one -> key.typed() && key.text().equals(one.letter()))
        .findFirst();
    boolean known = super.press(key);
    if (meant.isPresent() && meant.get().event() instanceof Event.Wanted wanted
        && wanted.command() instanceof TableCommand.ShowColumns show) {
      columns = show.columns().of(state().table().facts().columns());
      refresh();
      name.flatMap(columns::place).ifPresent(this::select);
      markDirty();
    }
    return known;
  }

  @Override
  protected String enter() {
    return row.isPresent() ? "edit this cell" : "";
  }

  @Override
  protected void chosen(String name) {
    row.ifPresent(one -> choose(new TableChoice.WantCell(one, name)));
  }

  @Override
  protected String more(Optional<String> current) {
    Optional<String> cell = current.flatMap(name -> row
        .map(one -> one.cell(state().table().facts().column(name)))
        .filter(text -> !text.isBlank())
        .map(text -> "Here: " + text.strip().replace('\n', ' ')));
    return cell.orElse("The list's file stays as it is; what you choose is kept for this list.");
  }
}
