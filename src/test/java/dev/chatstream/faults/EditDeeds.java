package dev.chatstream.faults;

import dev.chatstream.core.table.TableEdit;
import dev.chatstream.faults.Deed.Step;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a person does in the table of a list: changes that are in the edit journal first and in the list's file later.
final class EditDeeds {

  private static final String LIST = "new.csv";

  private EditDeeds() {}

  static List<Deed> all() {
    Step open = day -> {
      day.lists.create("new", day.tasks("first", 3));
      day.table = open(day);
    };
    Step changed = open.then(day -> edit(day, 1, new TableEdit.Put("content", "changed")));
    Step more = changed.then(day -> edit(day, 0, new TableEdit.Put("content", "changed, too")));
    Step folded = more.then(day -> day.table.fold());
    Step undone = folded.then(day -> day.table.undo());
    Step killed = more.then(EditDeeds::abandon);
    return List.of(
        new Deed("change a row", open, day -> edit(day, 1, new TableEdit.Put("content", "changed"))),
        new Deed("change a second row", changed, day -> edit(day, 2, new TableEdit.Put("content", "second"))),
        new Deed("change a row after a fold", folded, day -> edit(day, 2, new TableEdit.Put("content", "after"))),
        new Deed("add a row to a table", changed, day -> edit(day, 2, new TableEdit.Add("added"))),
        new Deed("delete a row", changed, day -> once(day, new TableEdit.Delete())),
        new Deed("move a row", changed, day -> once(day, new TableEdit.Move(1))),
        new Deed("undo a change", more, day -> day.table.undo()),
        new Deed("undo a folded change", folded, day -> day.table.undo()),
        new Deed("do an undone change again", undone, day -> day.table.redo()),
        new Deed("fold changes", more, day -> day.table.fold()),
        new Deed("fold an undo", undone, day -> day.table.fold()),
        new Deed("append to a list with changes", more, day -> day.lists.append("new", day.tasks("row", 2))),
        new Deed("read a list with changes", more, day -> day.lists.list()),
        new Deed("open a table after a kill", killed, day -> day.table = open(day)),
        new Deed("join changes with somebody else's", killed.then(EditDeeds::elsewhere), day -> day.table = open(day)));
  }

  /// A table of this list, read to its end.
  static ListSession open(Day day) throws StoreException {
    ListSession table = ListSession.open(day.root, FileOps.DISK, () -> day.now, LIST);
    while (table.step()) {
      // Goes on to the end.
    }
    return table;
  }

  private static void edit(Day day, int line, TableEdit edit) throws StoreException {
    day.table.edit(edit, day.table.page(line, 1).rows().getFirst().ref());
  }

  /// The row is known by what it is, not by where it stands: a second try must not take the next one.
  private static void once(Day day, TableEdit edit) throws StoreException {
    if (day.row == ListSession.NOWHERE) {
      day.row = day.table.page(0, 1).rows().getFirst().ref();
    }
    day.table.edit(edit, day.row);
  }

  /// As a kill leaves it: the journal, and nothing of it in the list's file.
  private static void abandon(Day day) throws StoreException, IOException {
    Path pending = day.root.edits().resolve("list-" + LIST + ".edits");
    byte[] journal = Files.readAllBytes(pending);
    Files.delete(pending);
    day.table.close();
    Files.write(pending, journal);
  }

  private static void elsewhere(Day day) throws IOException {
    Path file = day.root.taskLists().resolve(LIST);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace("first2", "theirs"), StandardCharsets.UTF_8);
  }
}
