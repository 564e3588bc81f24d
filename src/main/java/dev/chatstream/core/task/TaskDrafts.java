package dev.chatstream.core.task;

import dev.chatstream.core.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Rows that are to be added to a list, while a person looks at them: each can be left out or written otherwise before.
///
/// @param rows in the order in which they will stand
/// @param comparison how they compare with the list
public record TaskDrafts(List<Draft> rows, Comparison comparison) {

  /// What is known of whether a row is to be added.
  public enum Tick {
    /// Nobody has said: it is, unless the list says the same already.
    UNSAID,
    IN,
    OUT
  }

  /// One of them.
  ///
  /// @param text what it will say
  public record Draft(Excerpt excerpt, String text, Tick tick) {}

  /// Nothing.
  public static final TaskDrafts NONE = new TaskDrafts(List.of(), Comparison.NONE);

  /// Copies the list.
  public TaskDrafts {
    rows = List.copyOf(rows);
  }

  /// These, as they come.
  public static TaskDrafts of(List<Excerpt> excerpts) {
    return new TaskDrafts(
        excerpts.stream().map(one -> new Draft(one, one.text(), Tick.UNSAID)).toList(), Comparison.NONE);
  }

  /// Compared with a list.
  public TaskDrafts with(Comparison found) {
    return new TaskDrafts(rows, found);
  }

  /// Whether this row is to be added.
  public boolean ticked(int row) {
    return switch (rows.get(row).tick()) {
      case IN -> true;
      case OUT -> false;
      case UNSAID -> comparison.of(row).filter(Alike::exact).isEmpty();
    };
  }

  /// How many rows are to be added.
  public int count() {
    return (int) IntStream.range(0, rows.size()).filter(this::ticked).count();
  }

  /// How many are left out because the list says the same.
  public int doubles() {
    return (int) IntStream.range(0, rows.size())
        .filter(row -> !ticked(row) && comparison.of(row).filter(Alike::exact).isPresent()).count();
  }

  /// The number that this row gets, where the first one gets this.
  public long number(int row, long first) {
    return first + IntStream.range(0, row).filter(this::ticked).count();
  }

  /// Takes a row in, or leaves it out.
  public TaskDrafts flip(int row) {
    Draft old = rows.get(row);
    return replaced(row, new Draft(old.excerpt(), old.text(), ticked(row) ? Tick.OUT : Tick.IN));
  }

  /// Takes all in; when they are, leaves all out.
  public TaskDrafts flipAll() {
    Tick tick = count() == rows.size() ? Tick.OUT : Tick.IN;
    return new TaskDrafts(
        rows.stream().map(row -> new Draft(row.excerpt(), row.text(), tick)).toList(), comparison);
  }

  /// With another text for this row, which is then wanted; an empty one leaves it out and as it was.
  public TaskDrafts edit(int row, String text) {
    Draft old = rows.get(row);
    return text.isBlank()
        ? replaced(row, new Draft(old.excerpt(), old.text(), Tick.OUT))
        : replaced(row, new Draft(old.excerpt(), text, old.tick()));
  }

  private TaskDrafts replaced(int row, Draft other) {
    List<Draft> more = new ArrayList<>(rows);
    more.set(row, other);
    return new TaskDrafts(more, comparison);
  }

  /// What goes to the list.
  public List<NewTask> tasks(UUID chat) {
    return IntStream.range(0, rows.size()).filter(this::ticked).mapToObj(rows::get)
        .map(row -> new NewTask(
            row.excerpt().role(), row.text(), NewTask.source(chat, row.excerpt().message()), row.excerpt().model()))
        .toList();
  }

  /// Whether some of them are what a person said, and some an answer.
  public boolean mixed() {
    return rows.stream().map(row -> row.excerpt().role() == Role.USER).distinct().count() > 1;
  }
}
