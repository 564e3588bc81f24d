package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/// `.store/last-append.jsonl`: the last append of the screen, so that it can be taken back after a restart, too. The
/// first line says where it stands, each further one tells a row. Written whole and forced; one that can't be read
/// counts as none.
public final class LastAppendFile {

  private static final long LARGEST = 4 << 20;

  private final Path file;
  private final FileOps ops;

  /// The file of this data root.
  public LastAppendFile(DataRoot root, FileOps ops) {
    this.file = root.internal().resolve("last-append.jsonl");
    this.ops = ops;
  }

  /// Keeps it in the place of the one before.
  public void write(LastAppend append) throws StoreException {
    StringBuilder text = new StringBuilder();
    AppendUndo undo = append.undo();
    text.append(FlatJson.line(Map.of("list", undo.file(), "before", undo.before(), "after", undo.after(), "crc",
        undo.crc(), "created", append.created(), "added", append.added(), "rows", append.rows().size())))
        .append('\n');
    for (RowMark row : append.rows()) {
      text.append(FlatJson.line(Map.of("id", row.id(), "crc", row.crc()))).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    new AtomicFile(ops).replace(file, out -> out.write(bytes));
  }

  /// Forgets it.
  public void clear() throws StoreException {
    try {
      ops.delete(file);
    } catch (IOException e) {
      throw Failures.writing(e, file);
    }
  }

  /// The one that is kept.
  public Optional<LastAppend> read() throws StoreException {
    if (RegularFile.look(file).isEmpty()) {
      return Optional.empty();
    }
    try (FileChannel channel = RegularFile.openToRead(file)) {
      if (channel.size() > LARGEST) {
        throw new IOException("it is too large");
      }
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      return Optional.of(parse(new String(bytes, StandardCharsets.UTF_8).lines().toList()));
    } catch (IOException | IllegalArgumentException bad) {
      Logger.warn("{} can't be read, so the append before can't be undone: {}", file.getFileName(), bad.getMessage());
      return Optional.empty();
    }
  }

  private static LastAppend parse(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      throw new IOException("it is empty");
    }
    Map<String, String> head = FlatJson.read(lines.getFirst());
    List<RowMark> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = FlatJson.read(line);
      rows.add(new RowMark(text(row, "id"), Integer.parseInt(text(row, "crc"))));
    }
    if (rows.size() != Integer.parseInt(text(head, "rows"))) {
      throw new IOException("it is not whole");
    }
    AppendUndo undo =
        new AppendUndo(text(head, "list"), Long.parseLong(text(head, "before")), Long.parseLong(text(head, "after")),
            Integer.parseInt(text(head, "crc")));
    if (undo.before() < 0 || undo.after() < undo.before()) {
      throw new IOException("it says that the list became shorter");
    }
    return new LastAppend(undo, Boolean.parseBoolean(text(head, "created")), rows,
        Integer.parseInt(text(head, "added")));
  }

  private static String text(Map<String, String> fields, String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("it has no " + name);
    }
    return value;
  }
}
