package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.CategoryState.Sorting;
import dev.chatstream.core.task.CategoryProposal;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Categories that rules or a model propose for rows without one, to be confirmed: what it is sure of is ticked.
final class SortingDialog extends ListDialog<CategoryProposal> {

  private static final int LABEL = 16;
  private static final double SURE = 0.5;

  private final String list;
  private final Set<String> flipped = new HashSet<>();

  SortingDialog(Look look, AppState state, String list, Consumer<Event> out) {
    super("Into categories: " + list, look, state, out);
    this.list = list;
    refresh();
  }

  private Optional<Sorting> sorting() {
    return state().talk().categories().sorting();
  }

  private List<CategoryProposal> proposals() {
    return sorting().flatMap(Sorting::proposals).orElse(List.of());
  }

  private boolean ticked(CategoryProposal proposal) {
    return proposal.confidence() >= SURE != flipped.contains(proposal.id());
  }

  @Override
  protected List<PickerRow<CategoryProposal>> rows() {
    List<PickerRow<CategoryProposal>> rows = new ArrayList<>();
    for (CategoryProposal each : proposals()) {
      String number = each.index() < 0 ? "?" : String.valueOf(each.index());
      String text = (ticked(each) ? "[x] " : "[ ] ") + Columns.left(each.label(), LABEL) + " " + number + "  "
          + Sanitizer.line(each.text().replace('\n', ' '));
      rows.add(PickerRow.of(each, text, each.confidence() >= 1 ? "" : Math.round(each.confidence() * 100) + "%"));
    }
    return rows;
  }

  @Override
  public boolean press(Key key) {
    if (key.typed() && key.text().equals(" ")) {
      current().ifPresent(each -> {
        if (!flipped.remove(each.id())) {
          flipped.add(each.id());
        }
        refresh();
        markDirty();
      });
      return true;
    }
    return super.press(key);
  }

  @Override
  protected String nothing() {
    if (sorting().isEmpty() || !sorting().get().coming()) {
      return sorting().map(Sorting::problem).filter(problem -> !problem.isEmpty())
          .orElse("Nothing to propose: no row without a category fits.");
    }
    Sorting now = sorting().get();
    return now.model().isEmpty()
        ? "Reading ..."
        : now.model() + " has looked at " + now.done() + " of "
            + Words.count(now.total(), "row") + " ...";
  }

  @Override
  protected List<Letter> letters() {
    return List.of();
  }

  @Override
  protected String enter() {
    return "write what is ticked";
  }

  @Override
  protected void chosen(CategoryProposal current) {
    Map<String, String> chosen = new HashMap<>();
    proposals().stream().filter(this::ticked).forEach(each -> chosen.put(each.id(), each.label()));
    choose(new TalkChoice.SetCategories(list, chosen));
  }

  @Override
  protected String more(Optional<CategoryProposal> current) {
    if (proposals().isEmpty()) {
      return "";
    }
    long count = proposals().stream().filter(this::ticked).count();
    return "Writes the category of " + Words.count(count, "row") + " of " + proposals().size() + ". Space ticks. "
        + sorting().map(Sorting::problem).orElse("");
  }
}
