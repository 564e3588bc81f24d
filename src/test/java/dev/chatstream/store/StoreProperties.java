package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// What an append or a save leaves as it was, for any columns, keys and texts.
class StoreProperties {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:15:30Z"));

  private static Path folder;
  private static DataRoot root;

  @BeforeContainer
  static void open() throws Exception {
    folder = Files.createTempDirectory("chatstream-properties");
    root = DataRoot.open(folder);
  }

  @AfterContainer
  static void remove() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// A file's dialect, and rows of any cells in columns of any names.
  record Foreign(char separator, boolean crlf, boolean bom, boolean quoteAll, boolean lastLineEnd, List<String> names,
      List<List<String>> rows) {

    byte[] bytes() {
      List<String> lines = new ArrayList<>();
      List<String> header = new ArrayList<>(List.of("index", "Content"));
      header.addAll(names);
      lines.add(line(header));
      for (int i = 0; i < rows.size(); i++) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(10 * i)));
        cells.addAll(rows.get(i).subList(0, names.size() + 1));
        lines.add(line(cells));
      }
      String end = crlf ? "\r\n" : "\n";
      String text = (bom ? "\uFEFF" : "") + String.join(end, lines) + (lastLineEnd ? end : "");
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private String line(List<String> cells) {
      return String.join(String.valueOf(separator), cells.stream().map(this::cell).toList());
    }

    private String cell(String text) {
      boolean needed = text.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
      return quoteAll || needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("", " ", "a", "é", "計画", "🎉", "\"", ",", ";", "\t", "|", "\n", "\r\n", "x y", "#", "=1", "-")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Foreign> foreign() {
    Arbitrary<List<String>> names = Arbitraries.strings().alpha().ofMinLength(3).ofMaxLength(8)
        .map(name -> "x-" + name.toLowerCase(Locale.ROOT))
        .list()
        .uniqueElements()
        .ofMaxSize(4);
    Arbitrary<List<List<String>>> rows = texts().list().ofSize(5).list().ofMaxSize(5);
    return Combinators
        .combine(Arbitraries.of(',', ';', '\t', '|'), Arbitraries.of(true, false), Arbitraries.of(true, false),
            Arbitraries.of(true, false), Arbitraries.of(true, false), names, rows)
        .as(Foreign::new);
  }

  @Property(tries = 300)
  void anAppendKeepsEachByteAndEachColumnAndTheFilesOwnWay(
      @ForAll("foreign") Foreign list, @ForAll("texts") String text) throws Exception {
    Path file = root.taskLists().resolve("p.csv");
    byte[] before = list.bytes();
    Files.write(file, before);
    TaskListStore store = new TaskListStore(root, CLOCK);
    store.append("p", List.of(new NewTask(Role.USER, text, "", "")));
    byte[] after = Files.readAllBytes(file);
    assertArrayEquals(before, Arrays.copyOf(after, before.length));
    String added = new String(after, before.length, after.length - before.length, StandardCharsets.UTF_8);
    boolean shows = list.lastLineEnd() || !list.rows().isEmpty();
    assertEquals(list.crlf() && shows, added.endsWith("\r\n"));
    List<TaskRow> rows = new ArrayList<>();
    try (TaskRows read = store.read("p")) {
      assertEquals(list.names().size() + 2, read.columns().size());
      read.forEachRemaining(rows::add);
      assertEquals("", read.problem() + read.note());
    }
    assertEquals(list.rows().size() + 1, rows.size());
    assertEquals(text, rows.getLast().cell("content"));
    for (int i = 0; i < list.rows().size(); i++) {
      for (int n = 0; n < list.names().size(); n++) {
        assertEquals(list.rows().get(i).get(n + 1), rows.get(i).cell(list.names().get(n)));
      }
    }
  }

  @Property(tries = 200)
  void aSaveKeepsKeysThatNobodyHereKnowsAsAnotherJsonReaderSeesThem(
      @ForAll("texts") String key, @ForAll("texts") String value, @ForAll long number, @ForAll double fraction)
      throws Exception {
    JsonObject unknown = new JsonObject();
    unknown.addProperty("k" + key, value);
    unknown.addProperty("number", number);
    unknown.addProperty("fraction", fraction);
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.addProperty("content", value);
    message.add("mine", unknown);
    JsonObject chat = new JsonObject();
    chat.add("conversation", JsonParser.parseString("[" + message + "]"));
    chat.add("x" + key, unknown);
    chat.add("metadata", unknown.deepCopy());
    Path file = root.chats().resolve("p.json");
    Files.writeString(file, chat.toString());
    ChatStore store = new ChatStore(root, CLOCK);
    StoredChat opened = store.open("p");
    store.save(opened.chat(), opened.at());
    JsonObject saved = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject first = saved.getAsJsonArray("conversation").get(0).getAsJsonObject();
    assertEquals(unknown, saved.get("x" + key));
    assertEquals(unknown, first.get("mine"));
    assertEquals(value, first.get("content").getAsString());
    unknown.entrySet()
        .forEach(entry -> assertEquals(entry.getValue(), saved.getAsJsonObject("metadata").get(entry.getKey())));
  }
}
