package dev.chatstream.cli;

import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What was deleted or replaced.
@Command(
    name = "trash",
    description = "List what was deleted or replaced (id, file, time, by what, bytes, what is wrong), put it back, "
        + "or remove it for good.")
final class TrashCommand implements Callable<Integer> {

  /// What is done.
  enum Action {
    list,
    restore,
    empty
  }

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|restore|empty",
      description = "list (default); restore NAME; empty shows what would go, with --apply it goes")
  private Action action = Action.list;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "an id or a file name")
  private String name = "";

  @Option(names = "--apply", description = "with empty: do it")
  private boolean apply;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  TrashCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (action == Action.restore == name.isEmpty()) {
      throw new Failed(ExitCode.USAGE, "A name belongs to trash restore, and to nothing else. See --help.");
    }
    try {
      return switch (action) {
        case list -> list(new Trash(session.careToRead()).list());
        case restore -> restore(new Trash(session.careToWrite()));
        case empty -> empty();
      };
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private int list(List<Trashed> trashed) {
    Output out = session.output();
    for (Trashed one : trashed) {
      out.entry(fields(one), json);
    }
    return out.end();
  }

  private int restore(Trash trash) throws StoreException {
    Output out = session.output();
    out.line(trash.restore(trash.find(name).id()).relative());
    return out.end();
  }

  private int empty() throws StoreException {
    Trash trash = new Trash(apply ? session.careToWrite() : session.careToRead());
    List<Trashed> doomed = trash.list();
    int code = list(doomed);
    if (apply) {
      Streams.say("Removed " + doomed.size() + " for good, " + Sizes.words(trash.empty(doomed)) + ".");
    } else {
      long bytes = doomed.stream().mapToLong(Trashed::bytes).sum();
      Streams.say("Nothing was changed. With --apply these go for good: " + doomed.size() + ", "
          + Sizes.words(bytes) + ".");
    }
    return code;
  }

  private static Map<String, String> fields(Trashed trashed) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", trashed.id());
    fields.put("file", trashed.from().relative());
    fields.put("at", trashed.at().toString());
    fields.put("by", trashed.by());
    fields.put("bytes", String.valueOf(trashed.bytes()));
    fields.put("problem", trashed.problem());
    return fields;
  }
}
