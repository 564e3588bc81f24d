package dev.chatstream.cli;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.JobWatch;
import dev.chatstream.core.doubles.DoubleGroup;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.doubles.ExactDoubles;
import dev.chatstream.store.doubles.Groups;
import dev.chatstream.store.doubles.NearDoubles;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListTexts;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells which rows of a list are doubles of others; changes nothing.
@Command(
    name = "doubles",
    description = {
      "Tell which rows of a task list are doubles, a group a line: kind, likeness, indices, text. Nothing is changed.",
      "Without --near: rows whose text is the same but for case, spaces and punctuation. With it also rows whose text "
          + "is like that of the first of their group: from 0.90 on duplicates, from 0.60 on similar. That needs an "
          + "index, which is built once and grows with the list."
    })
final class DoublesCommand implements Callable<Integer> {

  private static final int SHOWN = 60;

  private final Session session;

  @Parameters(index = "0", paramLabel = "LIST", description = "the task list")
  private String list;

  @Option(names = "--near", description = "also rows that are nearly the same")
  private boolean near;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  DoublesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output out = session.output();
    DataRoot root = near ? session.root() : session.rootToRead();
    Groups found = LongJob.run(listener -> find(root, out, listener));
    int code = out.end();
    Streams.say(words(found));
    return code;
  }

  private Groups find(DataRoot root, Output out, JobListener listener) throws StoreException, Cancelled {
    String file = new TaskListStore(root, InstantSource.system()).find(list);
    NearDoubles index = new NearDoubles(root, FileOps.DISK);
    try (ListTexts texts = index.texts(file)) {
      Groups groups = JobWatch.run("Comparing", listener,
          watch -> near ? index.groups(file, texts, watch) : ExactDoubles.of(texts, watch));
      groups.forEach(group -> {
        out.line(line(group));
        return !listener.cancelled();
      });
      if (listener.cancelled()) {
        throw new Cancelled();
      }
      return groups;
    }
  }

  private String line(DoubleGroup group) {
    double least = group.rows().stream().mapToDouble(DoubleRow::part).min().orElse(1);
    // Cut, not rounded: what is not the same never reads 1.00.
    String part = String.format(Locale.ROOT, "%.2f", Math.floor(least * 100) / 100);
    String text = group.rows().getFirst().text();
    String kind = group.likeness().name().toLowerCase(Locale.ROOT);
    if (json) {
      return DoublesJson.of(group, kind, part);
    }
    String indices = group.rows().stream().map(DoublesCommand::index).collect(Collectors.joining(" "));
    String more = group.count() > group.rows().size() ? " +" + (group.count() - group.rows().size()) : "";
    String shown = text.strip().replaceAll("\\s+", " ");
    int end = Math.min(shown.length(), SHOWN);
    return Output.row(List.of(kind, part, indices + more,
        shown.length() <= SHOWN ? shown : shown.substring(0, end) + " ..."), false);
  }

  private static String index(DoubleRow row) {
    return row.index() < 0 ? "row" + row.place() : Long.toString(row.index());
  }

  private String words(Groups found) {
    if (found.count() == 0) {
      return "No doubles among " + found.rows() + (found.rows() == 1 ? " row." : " rows.");
    }
    return found.doubles() + " of " + found.rows() + (found.doubles() == 1 ? " rows is a double" : " rows are doubles")
        + " of an earlier one, in " + found.count() + (found.count() == 1 ? " group." : " groups.");
  }
}
