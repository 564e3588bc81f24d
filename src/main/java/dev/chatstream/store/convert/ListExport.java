package dev.chatstream.store.convert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.TaskRows;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the rows of a list for other programs, one after the other; never all in memory.
///
/// todo.txt is that of todotxt.org; Taskwarrior's JSON is that of its `export` and `import`.
public final class ListExport {

  private static final String FORMULA = "=+-@\t\r";
  private static final String DONE = "done";
  private static final Map<String, String> PRIORITIES = Map.of("A", "H", "B", "M", "C", "L");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final TaskRows rows;
  private final Writer out;

  private ListExport(TaskRows rows, Writer out) {
    this.rows = rows;
    this.out = out;
  }

  /// Writes them.
  ///
  /// @param out stays open
  public static void write(TaskRows rows, ListFormat format, Writer out) throws StoreException, IOException {
    ListExport export = new ListExport(rows, out);
    switch (format) {
      case CSV -> export.csv();
      case MD -> export.lines(ListExport::checkbox);
      case TXT -> export.lines(ListExport::todo);
      case JSON -> export.json(ListExport::all);
      case TASK -> export.json(ListExport::taskwarrior);
    }
  }

  @FunctionalInterface
  private interface Line {
    String of(TaskRow row);
  }

  @FunctionalInterface
  private interface Fields {
    void write(TaskRow row, JsonGenerator out) throws IOException;
  }

  private void lines(Line line) throws StoreException, IOException {
    while (rows.hasNext()) {
      out.write(line.of(rows.next()) + "\n");
    }
  }

  /// With a byte order mark and CR LF, as spreadsheets want them.
  private void csv() throws StoreException, IOException {
    List<String> columns = rows.columns();
    out.write("\uFEFF" + csvRow(columns));
    while (rows.hasNext()) {
      TaskRow row = rows.next();
      List<String> cells = List.copyOf(row.cells().values());
      out.write(csvRow(cells.size() == columns.size() ? cells : columns.stream().map(row::cell).toList()));
    }
  }

  private static String csvRow(List<String> cells) {
    return cells.stream().map(ListExport::guarded).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String guarded(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
  }

  private static String checkbox(TaskRow row) {
    String text = row.cell("content").strip().replace("\r\n", "\n").replace('\r', '\n');
    return "- [" + (row.cell("status").equals(DONE) ? "x" : " ") + "] " + text.replace("\n", "\n  ");
  }

  /// `x (A) 2026-11-24 text +category @tag due:2026-12-01`.
  private static String todo(TaskRow row) {
    StringBuilder line = new StringBuilder();
    boolean done = row.cell("status").equals(DONE);
    String priority = row.cell("priority");
    boolean known = priority.length() == 1 && priority.charAt(0) >= 'A' && priority.charAt(0) <= 'Z';
    line.append(done ? "x " : known ? "(" + priority + ") " : "");
    if (done) {
      date(row.cell("updated")).ifPresent(date -> line.append(date).append(' '));
    }
    date(row.cell("created")).ifPresent(date -> line.append(date).append(' '));
    line.append(row.cell("content").strip().replaceAll("\\s+", " "));
    word(row.cell("category")).ifPresent(project -> line.append(" +").append(project));
    for (String tag : row.cell("tags").split("\\s+")) {
      word(tag).ifPresent(context -> line.append(" @").append(context));
    }
    word(row.cell("due")).ifPresent(due -> line.append(" due:").append(due));
    return done && known ? line + " pri:" + priority : line.toString();
  }

  private static Optional<String> word(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip().replaceAll("\\s+", "-"));
  }

  private static Optional<String> date(String time) {
    return time.matches("\\d{4}-\\d\\d-\\d\\d.*") ? Optional.of(time.substring(0, 10)) : Optional.empty();
  }

  private void json(Fields fields) throws StoreException, IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartArray();
      while (rows.hasNext()) {
        json.writeRaw("\n");
        json.writeStartObject();
        fields.write(rows.next(), json);
        json.writeEndObject();
      }
      json.writeRaw("\n");
      json.writeEndArray();
      json.writeRaw("\n");
    }
  }

  private static void all(TaskRow row, JsonGenerator out) throws IOException {
    for (Map.Entry<String, String> cell : row.cells().entrySet()) {
      out.writeStringField(cell.getKey(), cell.getValue());
    }
  }

  private static void taskwarrior(TaskRow row, JsonGenerator out) throws IOException {
    field(out, "uuid", row.cell("id").matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? row.cell("id")
        : "");
    out.writeStringField("description", row.cell("content").strip().replaceAll("\\s+", " "));
    boolean done = row.cell("status").equals(DONE);
    out.writeStringField("status", done ? "completed" : "pending");
    field(out, "entry", stamp(row.cell("created")));
    field(out, "modified", stamp(row.cell("updated")));
    field(out, "end", done ? stamp(row.cell("updated")) : "");
    field(out, "due", stamp(row.cell("due")));
    field(out, "priority", PRIORITIES.getOrDefault(row.cell("priority"), ""));
    field(out, "project", row.cell("category"));
    if (!row.cell("tags").isBlank()) {
      out.writeArrayFieldStart("tags");
      for (String tag : row.cell("tags").strip().split("\\s+")) {
        out.writeString(tag);
      }
      out.writeEndArray();
    }
  }

  private static void field(JsonGenerator out, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      out.writeStringField(name, value);
    }
  }

  /// Empty for what is no time.
  private static String stamp(String time) {
    try {
      String whole = time.matches("\\d{4}-\\d\\d-\\d\\d") ? time + "T00:00:00Z" : time;
      return whole.isEmpty() ? "" : STAMP.format(Instant.parse(whole));
    } catch (DateTimeParseException noTime) {
      return "";
    }
  }
}
