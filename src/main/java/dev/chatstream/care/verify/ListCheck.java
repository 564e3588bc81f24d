package dev.chatstream.care.verify;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Severity;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.list.ListLook;
import dev.chatstream.store.list.PendingEdits;
import java.util.ArrayList;
import java.util.List;

/// Looks at one task list after the other: whether it can be read, its indices, whether rows can follow.
public final class ListCheck {

  private static final String CHECK = "list";

  private static final String EMPTY = "it is empty";

  private final Care care;

  /// For lists of this library.
  public ListCheck(Care care) {
    this.care = care;
  }

  /// What is the matter with a list.
  public List<Finding> look(LibraryFile file) {
    try {
      if (RegularFile.look(file.path(care.root())).isEmpty()) {
        return List.of();
      }
    } catch (StoreException e) {
      return List.of(Finding.of(Severity.WARNING, CHECK, file.relative(), e));
    }
    PendingEdits.beforeReading(care.root(), care.ops(), file.name());
    try {
      return oddities(file, ListLook.at(file.path(care.root()), file.idx(care.root())));
    } catch (StoreException e) {
      String reason = Finding.reason(e);
      return List.of(finding(reason.equals(EMPTY) ? Severity.WARNING : Severity.DAMAGE, file, reason));
    }
  }

  private static List<Finding> oddities(LibraryFile file, ListLook look) {
    if (look.otherKind()) {
      return List.of(finding(Severity.WARNING, file, look.problem()));
    }
    if (!look.problem().isEmpty()) {
      String rows = switch ((int) Math.min(look.rows(), 2)) {
        case 0 -> "";
        case 1 -> "; 1 row before it is whole";
        default -> "; " + look.rows() + " rows before it are whole";
      };
      return List.of(finding(Severity.DAMAGE, file, look.problem() + rows));
    }
    List<Finding> found = new ArrayList<>();
    if (!look.indexProblem().isEmpty()) {
      String hint = "; run.sh renumber " + file.name() + " shows new numbers";
      found.add(finding(Severity.WARNING, file, "it " + look.indexProblem() + hint));
    }
    if (look.unnumbered() > 0) {
      found.add(finding(Severity.WARNING, file, "rows whose index is no number: " + look.unnumbered()));
    }
    if (!look.appendable()) {
      found.add(finding(Severity.WARNING, file, "it has no column named content, so it can only be read"));
    }
    if (!look.ordered()) {
      found.add(finding(Severity.INFO, file, "its rows are not in the order of their indices"));
    }
    if (look.gaps() > 0) {
      found.add(finding(Severity.INFO, file, "indices that no row has: " + look.gaps()));
    }
    return found;
  }

  private static Finding finding(Severity severity, LibraryFile file, String what) {
    return Finding.of(severity, CHECK, file.relative(), what);
  }
}
