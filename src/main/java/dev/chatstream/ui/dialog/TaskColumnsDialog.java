package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.table.TableView;
import dev.chatstream.ui.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The columns of a list, to sort its table by one of them, or to put rows together that are alike in one.
final class TaskColumnsDialog extends ListDialog<String> {

  private static final String NONE = "";

  private final boolean group;

  TaskColumnsDialog(Look look, AppState state, boolean group, Consumer<Event> out) {
    super(group ? "Group by" : "Sort by", look, state, out);
    this.group = group;
    refresh();
    select(Math.max(0, names().indexOf(now())));
  }

  private TableView view() {
    return state().table().facts().view();
  }

  private String now() {
    return group ? view().group() : view().sort();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(NONE));
    names.addAll(state().table().facts().columns());
    return names;
  }

  @Override
  protected List<PickerRow<String>> rows() {
    return names().stream().map(name -> PickerRow.of(name, words(name), name.equals(now()) ? how() : "")).toList();
  }

  private String words(String name) {
    return name.isEmpty() ? group ? "no groups" : "as in the list" : name;
  }

  private String how() {
    return group || now().isEmpty() ? "now" : view().down() ? "now, largest first" : "now, smallest first";
  }

  @Override
  protected String nothing() {
    return "This list has no columns.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of();
  }

  @Override
  protected String enter() {
    return group
        ? "group"
        : current().filter(one -> one.equals(now()) && !one.isEmpty()).isPresent()
            ? "the other way round"
            : "sort";
  }

  @Override
  protected void chosen(String name) {
    boolean again = name.equals(now()) && !name.isEmpty();
    choose(new TableChoice.ShowRows(group ? view().grouped(name) : view().sorted(name, again && !view().down())));
  }

  @Override
  protected String more(Optional<String> current) {
    return "The list itself stays as it is.";
  }
}
