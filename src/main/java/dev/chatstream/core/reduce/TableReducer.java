package dev.chatstream.core.reduce;

import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TableEvent;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.TableState;
import dev.chatstream.core.table.TableRow;
import java.util.Locale;
import java.util.Set;

/// What happens in the table of a task list.
final class TableReducer {

  private static final Set<String> FIXED = Set.of("index", "id");

  private TableReducer() {}

  /// Opens a list in the place of the list of lists.
  static Step open(AppState state, String file) {
    return Step.to(state.with(TableState.opening(file))).and(new TableCommand.Open(file), new Command.ReadChats());
  }

  /// Goes back to the list of lists.
  static Step close(AppState state) {
    return Step.to(state.with(TableState.NONE)).and(new TableCommand.Close(), new Command.ReadLists());
  }

  /// What a person chose in the table.
  static Step choose(AppState state, Choice.OnTable choice) {
    return switch (choice) {
      case TableChoice.OpenTable open -> open(state, open.file());
      case TableChoice.CloseTable close -> close(state);
      case TableChoice.EditRows edit -> Step.to(state.without(Dialog.TaskCell.class))
          .and(new TableCommand.Edit(edit.edit(), edit.ref()))
          .then(TableReducer::seenAgain);
      case TableChoice.WantRow row -> Step.to(state).and(new TableCommand.ReadRow(row.ref()));
      case TableChoice.WantCell cell -> wantCell(state, cell.row(), cell.column());
      case TableChoice.CopyCell cell -> Step.to(state).and(new TableCommand.ReadCell(cell.ref(), cell.column(), true));
      case TableChoice.WantLayout layout -> Step.to(state.open(new Dialog.TaskLayout(layout.row())));
      case TableChoice.WantColumn column -> Step.to(state.open(new Dialog.TaskColumns(column.group())));
      case TableChoice.ShowRows show -> Step.to(state.without(Dialog.TaskColumns.class))
          .and(new TableCommand.Show(show.view()));
      case TableChoice.WantListName list -> Step.to(state.open(new Dialog.ListName(list.file())));
      case TableChoice.NameList list -> name(state, list.file(), list.name());
      case TableChoice.DuplicateList list -> Step.to(state).and(new StoreCommand.DuplicateList(list.file()));
      case TableChoice.GoToSource source -> SourceReducer.look(state, source.source());
    };
  }

  /// A list was made, copied or renamed.
  static Step kept(AppState state, TableEvent.ListKept kept) {
    LibraryState library = kept.undoable() ? state.library().undoable(kept.file()) : state.library().withoutUndo();
    Phrase undo = kept.undoable() ? Phrase.key(Action.UNDO, "undoes.") : Phrase.NONE;
    AppState after = state.without(Dialog.ListName.class).with(library);
    return Step.to(after.with(Notice.info(Phrase.of(kept.words()).then(undo))))
        .and(new Command.ReadLists());
  }

  private static Step name(AppState state, String file, String name) {
    return Step.to(state)
        .and(file.isEmpty() ? new StoreCommand.NewList(name) : new StoreCommand.RenameList(file, name));
  }

  /// The row that is looked at whole is read once more, with what was changed in it.
  private static Step seenAgain(AppState state) {
    return Step.to(state).and(state.dialogs().stream()
        .filter(Dialog.TaskRecord.class::isInstance)
        .map(open -> new TableCommand.ReadRow(((Dialog.TaskRecord) open).row().ref()))
        .toArray(Command[]::new));
  }

  /// A line of the screen holds only the beginning of a long cell: what is edited is read whole first.
  private static Step wantCell(AppState state, TableRow row, String column) {
    if (column.isEmpty()) {
      return Step.to(state.open(new Dialog.TaskCell(row, "", "", 0))).and(new TableCommand.Hold());
    }
    if (FIXED.contains(column.strip().toLowerCase(Locale.ROOT))) {
      return Step.to(state.with(Notice.info("The number and the id of a row are not changed by hand.")));
    }
    return state.table().facts().column(column) < 0
        ? Step.to(state.with(Notice.info("This list has no column \"" + column + "\".")))
        : Step.to(state).and(new TableCommand.ReadCell(row.ref(), column, false));
  }

  private static Step cellRead(AppState state, TableEvent.CellRead read) {
    String text = read.row().cell(state.table().facts().column(read.column()));
    return read.copy()
        ? Step.to(state).and(new WindowCommand.Copy(text))
        : Step.to(state.without(Dialog.TaskLayout.class)
            .open(new Dialog.TaskCell(read.row(), read.column(), text, state.table().facts().marked())));
  }

  static Step reduce(AppState state, TableEvent event) {
    boolean ofLists = event instanceof TableEvent.ListKept;
    if (!ofLists && !event.file().equals(state.table().file())) {
      return Step.to(state);
    }
    return switch (event) {
      case TableEvent.ListKept kept -> kept(state, kept);
      case TableEvent.Changed changed -> Step.to(changed(state, changed));
      case TableEvent.RowRead read -> Step.to(state.open(new Dialog.TaskRecord(read.facts().columns(), read.row())));
      case TableEvent.CellRead read -> cellRead(state, read);
      case TableEvent.RowsChosen chosen -> RunReducer.put(state, chosen.file(), chosen.rows());
      // Shown as it is, with why nothing can be changed in it.
      case TableEvent.NoTable none ->
        Step.to(state.with(TableState.NONE)).and(new Command.ReadTasks(none.file()));
      case TableEvent.Refused refused -> Step.to(state.with(Notice.warning(refused.why().onScreen(), state.now())));
    };
  }

  private static AppState changed(AppState state, TableEvent.Changed changed) {
    AppState after = state.with(state.table().with(changed.facts(), changed.page(), changed.line()));
    return changed.words().isEmpty() ? after : after.with(Notice.info(changed.words()));
  }
}
