package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The categories of a list as bars; Enter shows the rows of one, letters have the others sorted.
final class CategoriesDialog extends ListDialog<String> {

  private static final int LABEL = 20;
  private static final int BAR = 24;

  private final String list;

  CategoriesDialog(Look look, AppState state, String list, Consumer<Event> out) {
    super("Categories of " + list, look, state, out);
    this.list = list;
    refresh();
  }

  private Optional<CategoryCounts> counts() {
    return state().talk().categories().counts().filter(counts -> counts.list().equals(list));
  }

  @Override
  protected List<PickerRow<String>> rows() {
    List<PickerRow<String>> rows = new ArrayList<>();
    counts().ifPresent(counts -> {
      for (CategoryCounts.Count count : counts.counts()) {
        String name = count.label().isEmpty() ? "(none)" : Sanitizer.line(count.label());
        double share = count.rows() / (double) counts.largest();
        String bar = narrow() ? "" : look().glyphs().bar(BAR, share);
        String number = Words.grouped(count.open()) + " open of " + Words.grouped(count.rows());
        rows.add(PickerRow.of(count.label(), Columns.left(name, LABEL) + " " + bar, number));
      }
    });
    return rows;
  }

  @Override
  protected String nothing() {
    return counts().isEmpty() ? "Counting ..." : "No rows in it.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of(
        Letter.of("r", "by rules", new TalkChoice.SortRows(list, false)),
        Letter.of("m", "by the model", new TalkChoice.SortRows(list, true)));
  }

  @Override
  protected String enter() {
    return "its rows";
  }

  @Override
  protected void chosen(String label) {
    choose(new TalkChoice.ShowCategory(list, label));
  }

  @Override
  protected String more(Optional<String> current) {
    if (counts().isEmpty()) {
      return "";
    }
    CategoryCounts counts = counts().get();
    if (!counts.refusal().isEmpty()) {
      return counts.refusal();
    }
    return counts.problems().isEmpty()
        ? "Categories and their rules stand in .store/categories.properties."
        : counts.problems().getFirst();
  }
}
