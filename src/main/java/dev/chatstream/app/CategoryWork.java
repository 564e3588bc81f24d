package dev.chatstream.app;

import dev.chatstream.core.event.CategoryCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.CategoryOrder;
import dev.chatstream.core.task.CategoryProposal;
import dev.chatstream.core.task.CategoryRules;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.model.MadeLabels;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.store.CategoryFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.CategoryCount;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Counts categories and proposes them. Nothing is written.
final class CategoryWork {

  /// Rows that rules look at, and that a window shows.
  private static final int MOST = 5_000;

  /// Rows that a model looks at in one go: the next go has the next ones.
  private static final int MOST_BY_MODEL = 100;

  private static final int SHOWN = 200;

  private final TaskListStore lists;
  private final CategoryFile file;
  private final Supplier<Optional<ModelServer>> server;

  CategoryWork(DataRoot root, InstantSource clock, Supplier<Optional<ModelServer>> server) {
    this.lists = new TaskListStore(root, clock);
    this.file = new CategoryFile(root);
    this.server = server;
  }

  /// Does it.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  void run(CategoryCommand command, BooleanSupplier wanted, Consumer<Event> out) {
    try {
      switch (command) {
        case CategoryCommand.Count count -> count(count.list(), out);
        case CategoryCommand.Show show -> show(show, wanted, out);
        case CategoryCommand.ByRules rules -> byRules(rules, wanted, out);
        case CategoryCommand.ByModel model -> byModel(model, wanted, out);
        case CategoryCommand.Stop stop -> {
          // Whoever was at it has heard by now that nobody wants it.
        }
      }
    } catch (StoreException refused) {
      out.accept(new TalkEvent.TalkRefused(refused.failure()));
    }
  }

  private void count(String list, Consumer<Event> out) throws StoreException {
    file.begin();
    CategoryRules rules = file.read();
    List<String> problems = rules.problems().stream().map(problem -> words(problem)).toList();
    CategoryCounts counts = CategoryCount.of(lists, list, rules.labels(), problems);
    out.accept(new TalkEvent.CategoriesCounted(counts));
  }

  private static String words(Problem problem) {
    return problem.in(CategoryFile.NAME);
  }

  private void show(CategoryCommand.Show show, BooleanSupplier wanted, Consumer<Event> out) throws StoreException {
    List<TaskRow> rows = rows(show.list(), MOST, wanted, row -> row.cell("category").strip().equals(show.label()));
    out.accept(new Event.TasksRead(show.list(), rows, 0, "", false));
  }

  private List<TaskRow> rows(String list, int most, BooleanSupplier wanted, Predicate<TaskRow> which)
      throws StoreException {
    List<TaskRow> found = new ArrayList<>();
    try (TaskRows rows = lists.read(list)) {
      while (rows.hasNext() && found.size() < most && wanted.getAsBoolean()) {
        TaskRow row = rows.next();
        if (which.test(row)) {
          found.add(row);
        }
      }
    }
    return found;
  }

  private static boolean without(TaskRow row) {
    return row.cell("category").isBlank() && !row.cell("id").isEmpty() && !row.cell("content").isBlank();
  }

  private void byRules(CategoryCommand.ByRules wish, BooleanSupplier wanted, Consumer<Event> out)
      throws StoreException {
    CategoryRules rules = file.read();
    List<CategoryProposal> found = new ArrayList<>();
    for (TaskRow row : rows(wish.list(), MOST, wanted,
        row -> without(row) && rules.label(row).isPresent())) {
      found.add(proposal(row, rules.label(row).orElseThrow(), 1));
    }
    String problem = found.size() == MOST ? "These are the first " + MOST + "." : "";
    out.accept(new TalkEvent.Sorted(wish.number(), found, problem));
  }

  private void byModel(CategoryCommand.ByModel wish, BooleanSupplier wanted, Consumer<Event> out)
      throws StoreException {
    List<String> labels = file.read().labels();
    List<TaskRow> rows = rows(wish.list(), MOST_BY_MODEL, wanted, CategoryWork::without);
    List<CategoryProposal> found = new ArrayList<>();
    String problem = "";
    for (int from = 0; from < rows.size() && wanted.getAsBoolean() && problem.isEmpty(); from += CategoryOrder.ROWS) {
      out.accept(new TalkEvent.Sorting(wish.number(), from, rows.size()));
      List<TaskRow> some = rows.subList(from, Math.min(rows.size(), from + CategoryOrder.ROWS));
      problem = ask(wish, labels, some, wanted, found);
    }
    String left = problem.isEmpty() && rows.size() == MOST_BY_MODEL ? "These are the first " + MOST_BY_MODEL + "." : "";
    String nothing = !rows.isEmpty() && found.isEmpty() && problem.isEmpty()
        ? "The model's answers made no sense, so nothing is proposed."
        : "";
    if (wanted.getAsBoolean()) {
      out.accept(new TalkEvent.Sorted(wish.number(), found, nothing.isEmpty() ? problem + left : nothing));
    }
  }

  /// @return why it can't go on; empty when it can
  private String ask(CategoryCommand.ByModel wish, List<String> labels, List<TaskRow> rows, BooleanSupplier wanted,
      List<CategoryProposal> found) {
    Optional<ModelServer> known = server.get();
    if (known.isEmpty()) {
      return "No model server answers.";
    }
    ChatRequest request = CategoryOrder.of(
        wish.model(), wish.window(), labels, rows.stream().map(row -> row.cell("content")).toList());
    StringBuilder answer = new StringBuilder();
    try {
      known.get().chat(request, (piece, thinking) -> {
        answer.append(thinking ? "" : piece);
        if (!wanted.getAsBoolean()) {
          throw new InterruptedException("nobody wants it any more");
        }
      });
    } catch (ModelException failed) {
      return failed.error().happened();
    }
    for (MadeLabels.Label label : MadeLabels.of(answer.toString(), labels, rows.size())) {
      found.add(proposal(rows.get(label.row()), label.label(), label.confidence()));
    }
    return "";
  }

  private static CategoryProposal proposal(TaskRow row, String label, double confidence) {
    String content = row.cell("content").strip();
    return new CategoryProposal(row.cell("id"), row.index(),
        content.substring(0, Math.min(SHOWN, content.length())), label, confidence);
  }
}
