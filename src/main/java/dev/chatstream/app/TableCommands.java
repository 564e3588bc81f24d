package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TableEvent;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TablePage;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Does what is asked of the list that is open as a table, and says what came of it. One thread, beside the store's: a
/// list is guarded by its own lock.
final class TableCommands {

  private static final int FIRST_LINES = 200;
  /// No row is sought.
  private static final long NOBODY = -1;

  private final DataRoot root;
  private final FileOps ops;
  private final InstantSource clock;
  private final Consumer<Event> out;
  private final BooleanSupplier wanted;
  private ListSession session;
  private String file = "";
  private int from;
  private int count = FIRST_LINES;
  private int percentTold;
  private long sought = NOBODY;
  /// A dialog speaks of a row by its place in the file as it is. What is written or read anew then would leave it
  /// with the place of another row; the change itself looks at the file, and finds its row by what it holds.
  private boolean held;

  /// @param out told what came of each command
  TableCommands(DataRoot root, FileOps ops, InstantSource clock, Consumer<Event> out) {
    this(root, ops, clock, out, () -> true);
  }

  /// @param wanted false while something newer waits that makes a long search useless
  TableCommands(DataRoot root, FileOps ops, InstantSource clock, Consumer<Event> out, BooleanSupplier wanted) {
    this.wanted = wanted;
    this.root = root;
    this.ops = ops;
    this.clock = clock;
    this.out = out;
  }

  /// Does it.
  void run(TableCommand command) {
    try {
      switch (command) {
        case TableCommand.Open open -> open(open.file());
        case TableCommand.Close close -> close();
        default -> {
          if (session != null) {
            withSession(command);
          }
        }
      }
    } catch (StoreException refused) {
      Logger.warn("{}: {}", command.getClass().getSimpleName(), refused.failure().sentence());
      out.accept(new TableEvent.Refused(file, refused.failure()));
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "{} ended unforeseen", command.getClass().getSimpleName());
      out.accept(new TableEvent.Refused(file, new StoreFailure.Io(file, "the log says more")));
    }
  }

  private void withSession(TableCommand command) throws StoreException {
    held = holds(command);
    switch (command) {
      case TableCommand.Hold hold -> {
        // It is held now.
      }
      case TableCommand.ReadLines lines -> {
        from = lines.from();
        count = lines.count();
        tell(-1, "");
      }
      case TableCommand.ReadRow row -> readRow(row.ref());
      case TableCommand.ReadCell cell -> readCell(cell);
      case TableCommand.ShowColumns columns -> {
        session.columns(columns.columns());
        tell(-1, "");
      }
      case TableCommand.Edit edit -> tell(session.edit(edit.edit(), edit.ref()));
      case TableCommand.Undo undo -> tell(session.undo());
      case TableCommand.Redo redo -> tell(session.redo());
      case TableCommand.Mark mark -> {
        session.mark(mark.from(), mark.to(), mark.marked());
        tell(-1, "");
      }
      case TableCommand.ChooseRows choose -> out.accept(new TableEvent.RowsChosen(file, session.chosen()));
      case TableCommand.Show show -> {
        session.show(show.view(), wanted);
        from = 0;
        tell(0, "");
      }
      case TableCommand.GoTo row -> {
        sought = row.index();
        seek();
      }
      case TableCommand.LookAgain look -> {
        Optional<String> changed = held ? Optional.empty() : session.lookAgain();
        if (changed.isPresent()) {
          tell(-1, changed.get());
        }
      }
      case TableCommand.Open open -> open(open.file());
      case TableCommand.Close close -> close();
    }
  }

  private boolean holds(TableCommand command) {
    return switch (command) {
      case TableCommand.Hold hold -> true;
      case TableCommand.ReadRow row -> true;
      case TableCommand.ReadCell cell -> held || !cell.copy();
      case TableCommand.Edit edit -> false;
      case TableCommand.Undo undo -> false;
      case TableCommand.Redo redo -> false;
      case TableCommand.Mark mark -> false;
      case TableCommand.Show show -> false;
      default -> held;
    };
  }

  private void open(String wanted) throws StoreException {
    close();
    held = false;
    file = wanted;
    from = 0;
    count = FIRST_LINES;
    percentTold = 0;
    sought = NOBODY;
    try {
      session = ListSession.open(root, ops, clock, wanted);
      step();
    } catch (StoreException refused) {
      noTable(refused.failure());
    }
  }

  /// Reads on in a list that is not wholly read yet; says so now and then.
  ///
  /// @return whether there is more to read
  boolean step() {
    if (session == null || session.ready()) {
      return false;
    }
    try {
      boolean more = session.step();
      int percent = session.facts().percent();
      if (!more || percentTold == 0 || percent >= percentTold + 5) {
        percentTold = Math.max(1, percent);
        tell(-1, "");
      }
      seek();
      return more;
    } catch (StoreException refused) {
      session = null;
      noTable(refused.failure());
      return false;
    }
  }

  private void seek() throws StoreException {
    if (sought != NOBODY && session.ready()) {
      long index = sought;
      sought = NOBODY;
      int line = session.lineOf(index);
      tell(line, line < 0 ? "Row " + index + " is not in " + file + " any more." : "");
    }
  }

  private void noTable(StoreFailure why) {
    Logger.info("{} is shown as text: {}", file, why.sentence());
    out.accept(new TableEvent.NoTable(file, why));
  }

  private void readRow(int ref) throws StoreException {
    Optional<TableRow> row = session.whole(ref);
    if (row.isPresent()) {
      out.accept(new TableEvent.RowRead(file, session.facts(), row.get()));
    }
  }

  private void readCell(TableCommand.ReadCell cell) throws StoreException {
    Optional<TableRow> row = session.whole(cell.ref());
    if (row.isPresent()) {
      out.accept(new TableEvent.CellRead(file, row.get(), cell.column(), cell.copy()));
    }
  }

  private void tell(ListSession.Outcome outcome) throws StoreException {
    int line = outcome.ref() == ListSession.NOWHERE ? -1 : session.line(outcome.ref());
    tell(line, outcome.words());
  }

  private void tell(int line, String words) throws StoreException {
    if (line >= 0 && (line < from || line >= from + count)) {
      from = Math.max(0, line - count / 2);
    }
    TablePage page = session.page(from, count);
    out.accept(new TableEvent.Changed(file, session.facts(), page, line, words));
  }

  /// Whether something waits that may be written into the file now.
  boolean pending() {
    return session != null && !held && session.ready() && session.pending();
  }

  /// Writes all changes into the file.
  void fold() {
    try {
      if (pending()) {
        session.fold();
        tell(-1, "");
      }
    } catch (StoreException refused) {
      Logger.warn("{} waits with its changes: {}", file, refused.failure().sentence());
    }
  }

  /// Lets the list go, with all changes in its file; where that fails they stay in the edit journal.
  void close() throws StoreException {
    ListSession closing = session;
    session = null;
    if (closing != null) {
      closing.close();
    }
  }
}
