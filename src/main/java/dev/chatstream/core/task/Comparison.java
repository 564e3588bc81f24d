package dev.chatstream.core.task;

import java.util.List;
import java.util.Optional;

/// How new rows compare with a list that they may be added to.
///
/// @param number of the wish
/// @param lastIndex the list's largest index; -1 when that is not known
/// @param alike for each new row the row that is most like it; empty for one that is new
/// @param last the last rows of the list
/// @param problem why the list could not be looked through; empty when it could
public record Comparison(
    long number, String list, long lastIndex, List<Optional<Alike>> alike, List<TaskRow> last, String problem) {

  /// Before anything was compared.
  public static final Comparison NONE = new Comparison(0, "", -1, List.of(), List.of(), "");

  /// Copies the lists.
  public Comparison {
    alike = List.copyOf(alike);
    last = List.copyOf(last);
  }

  /// What is like this new row.
  public Optional<Alike> of(int row) {
    return row < alike.size() ? alike.get(row) : Optional.empty();
  }
}
