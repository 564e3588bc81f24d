package dev.chatstream.store.list;

import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TablePage;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A list with its table, and edits made at random.
final class EditTrial implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

  private static final String[] TEXTS =
      {"", "a", "plain words", "x,y", "say \"hi\"", "two\nlines", "計 wide", " edge ", "#"};
  private static final String[] COLUMNS = {"content", "status", "priority", "tags", "extra"};

  private final DataRoot root;
  private final FileOps ops;
  private ListSession session;

  EditTrial(DataRoot root, FileOps ops) {
    this.root = root;
    this.ops = ops;
  }

  /// A list of another program: its own separator, quotes only where needed, a mark, CR LF, a column of its own.
  static String foreign(int rows) {
    StringBuilder text = new StringBuilder("\uFEFFindex;id;content;status;priority;tags;extra;updated\r\n");
    for (int i = 1; i <= rows; i++) {
      text.append(i).append(";id-").append(i).append(";\"row \"\"").append(i).append("\"\"; with ;\";todo;A;x y;keep ")
          .append(i).append(";\r\n");
      text.append(i % 3 == 0 ? "\r\n" : "");
    }
    return text.substring(0, text.length() - 2);
  }

  static String ours(int rows) {
    StringBuilder text = new StringBuilder(
        "\"index\",\"id\",\"content\",\"status\",\"priority\",\"tags\",\"extra\",\"updated\"\n");
    for (int i = 1; i <= rows; i++) {
      text.append("\"").append(i).append("\",\"id-").append(i)
          .append("\",\"row ").append(i).append("\",\"todo\",\"\",\"\",\"\",\"\"\n");
    }
    return text.toString();
  }

  /// Without ids, so that rows are known by their places alone.
  static String bare(int rows) {
    StringBuilder text = new StringBuilder("index,content,status,priority,tags,extra\n");
    for (int i = 1; i <= rows; i++) {
      text.append(i).append(",row ").append(i).append(",todo,,,\n");
    }
    return text.toString();
  }

  Path csv() {
    return root.taskLists().resolve("l.csv");
  }

  EditTrial write(String text) throws IOException {
    Files.writeString(csv(), text);
    return this;
  }

  EditTrial open() throws StoreException {
    session = ListSession.open(root, ops, InstantSource.fixed(NOW), "l.csv");
    while (session.step()) {
      // To its end.
    }
    return this;
  }

  ListSession session() {
    return session;
  }

  /// What the table shows.
  List<List<String>> rows() throws StoreException {
    TablePage page = session.page(0, Integer.MAX_VALUE / 2);
    return page.rows().stream().map(TableRow::cells).toList();
  }

  /// What is in the file, as a second program reads it.
  List<List<String>> inFile() throws StoreException {
    List<List<String>> rows = new ArrayList<>();
    try (TaskRows read = ListReader.rows(csv(), root.idx().resolve("none"))) {
      while (read.hasNext()) {
        rows.add(List.copyOf(read.next().cells().values()));
      }
    }
    return rows;
  }

  String bytes() throws IOException {
    return Files.readString(csv(), StandardCharsets.UTF_8);
  }

  /// One change at random; now and then an undo, a redo, or the writing into the file.
  void step(Random random) throws StoreException {
    int size = session.facts().lines();
    switch (random.nextInt(14)) {
      case 0 -> session.fold();
      case 1, 2 -> {
        if (!session.facts().undo().isEmpty()) {
          session.undo();
        }
      }
      case 3 -> {
        if (!session.facts().redo().isEmpty()) {
          session.redo();
        }
      }
      case 4 -> mark(random, size);
      default -> session.edit(edit(random), size == 0 ? ListSession.NOWHERE : at(random.nextInt(size)));
    }
  }

  private void mark(Random random, int size) {
    int from = random.nextInt(Math.max(1, size));
    session.mark(0, Integer.MAX_VALUE, false);
    session.mark(from, from + random.nextInt(3), random.nextBoolean());
  }

  int at(int line) throws StoreException {
    return session.page(line, 1).rows().getFirst().ref();
  }

  private static TableEdit edit(Random random) {
    String text = TEXTS[random.nextInt(TEXTS.length)];
    return switch (random.nextInt(8)) {
      case 0 -> new TableEdit.Delete();
      case 1 -> new TableEdit.Move(random.nextInt(5) - 2);
      case 2 -> new TableEdit.NextStatus();
      case 3 -> new TableEdit.FlipDone();
      case 4 -> new TableEdit.NextPriority();
      case 5 -> new TableEdit.Renumber();
      case 6 -> new TableEdit.Add(text);
      default -> new TableEdit.Put(COLUMNS[random.nextInt(COLUMNS.length)], text);
    };
  }

  @Override
  public void close() throws StoreException {
    session.close();
  }
}
