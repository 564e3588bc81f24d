package dev.chatstream.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.chat.ForeignChat;
import dev.chatstream.store.convert.Importer;
import dev.chatstream.store.convert.Outcome;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.journal.UnsentText;
import dev.chatstream.store.legacy.ForeignList;
import dev.chatstream.store.legacy.ForeignRow;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// What each reader of files promises for any bytes: no crash, no hang, nothing written that was refused, and what was
/// read is written back the same. One data root, used again and again.
final class Readers {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:15:30Z"));
  private static final String ID = "0190c3a5-0000-7000-8000-000000000001";
  private static final NewTask NEW = new NewTask(Role.USER, "new;\"row\"\n", "c/new", "");

  private final FileOps ops = new FuzzDisk();
  private final DataRoot root;
  private final TaskListStore lists;
  private final ChatStore chats;
  private LateReaders late;

  Readers(Path folder) throws StoreException {
    root = DataRoot.open(folder);
    lists = new TaskListStore(root, CLOCK, ops);
    chats = new ChatStore(root, CLOCK, ops);
  }

  /// The readers of what is kept about lists and runs, in a data root of their own.
  LateReaders late() throws StoreException {
    if (late == null) {
      late = new LateReaders(root.folder().resolve("late"));
    }
    return late;
  }

  /// A list of any bytes: shown, added to or refused.
  void list(byte[] bytes) throws Exception {
    Path file = root.taskLists().resolve("a.csv");
    Files.write(file, bytes);
    TaskListSummary summary = lists.list().getFirst();
    boolean appendable = summary.appendable();
    List<TaskRow> before = rows("a");
    if (summary.problem().isEmpty() && summary.counts().rows() >= 0) {
      assertEquals(summary.counts().rows(), before.size()); // They are counted by another reader.
    }
    try {
      ListAppend done = lists.append("a", List.of(NEW));
      assertTrue(appendable || done.added() == 0);
      byte[] after = Files.readAllBytes(file);
      assertArrayEquals(bytes, Arrays.copyOf(after, bytes.length));
      if (done.added() == 1) {
        List<TaskRow> rows = rows("a");
        assertEquals(before, rows.subList(0, before.size()));
        assertEquals(before.size() + 1, rows.size());
        assertEquals(NEW.content(), rows.getLast().cell("content"));
        assertEquals(before.stream().mapToLong(TaskRow::index).max().orElse(0) + 1,
            rows.getLast().index() + (before.stream().allMatch(row -> row.index() < 0) && !before.isEmpty() ? -1 : 0));
      }
    } catch (StoreException refused) {
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
    empty(root.idx());
    empty(root.quarantine());
  }

  /// A list with any bytes for its index file: the numbers go on all the same.
  void idx(byte[] bytes) throws Exception {
    Path file = root.taskLists().resolve("a.csv");
    Files.writeString(file, "index,content,source\n1,x,c/1\n7,y,c/2\n");
    Files.write(root.idx().resolve("list-a.csv.idx"), bytes);
    assertEquals(7, lists.list().getFirst().lastIndex());
    ListAppend done = lists.append("a", List.of(NEW, new NewTask(Role.USER, "old", "c/2", "")));
    assertEquals(List.of(8L, 8L, 1), List.of(done.first(), done.last(), done.leftOut()));
  }

  /// A list of another kind: read loosely, brought in, and the copy holds what was read.
  void foreignList(byte[] bytes) throws Exception {
    Path file = root.folder().resolve("foreign.csv");
    Files.write(file, bytes);
    List<ForeignRow> read = new ArrayList<>();
    try (ForeignList list = ForeignList.open(file)) {
      for (ForeignRow row = list.next(); row != null; row = list.next()) {
        read.add(row);
      }
    } catch (StoreException noList) {
      return;
    }
    Outcome made;
    try {
      made = new Importer(root, CLOCK, ops).bringIn(file, new Importer.Wish(true, false), Watch.NONE);
    } catch (StoreException refused) {
      assertTrue(ForeignChat.isJson(file) || refused.failure() instanceof StoreFailure.Unreadable);
      return;
    }
    assertArrayEquals(bytes, Files.readAllBytes(file));
    if (made.chat()) {
      empty(root.chats());
    } else {
      List<TaskRow> rows = rows(made.file());
      assertEquals("", lists.list().getFirst().problem().replaceFirst(".* has (two rows|a negative|negative).*", ""));
      assertEquals(read.stream().map(row -> row.cell("content")).toList(),
          rows.stream().map(row -> row.cell("content")).toList());
      empty(root.taskLists());
    }
    Files.deleteIfExists(root.internal().resolve("imports"));
  }

  /// A chat, or a draft, of any bytes.
  void chat(byte[] bytes) throws Exception {
    Path file = root.chats().resolve("a.json");
    Files.write(file, bytes);
    ChatSummary summary = chats.list().getFirst();
    try {
      StoredChat opened = chats.open("a");
      assertEquals(opened.chat().conversation().size(), summary.messages());
      if (opened.at().problem().isEmpty()) {
        assertEquals(opened.chat().id(), summary.id());
        chats.save(opened.chat(), opened.at());
        assertEquals(opened.chat(), chats.open("a").chat());
      }
    } catch (StoreException refused) {
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
    empty(root.chats());
  }

  /// A chat of another program.
  void foreignChat(byte[] bytes) throws Exception {
    Path file = root.folder().resolve("foreign.json");
    Files.write(file, bytes);
    try {
      Outcome made = new Importer(root, CLOCK, ops).bringIn(file, new Importer.Wish(true, false), Watch.NONE);
      Chat first = made.chat() ? chats.open(made.file()).chat() : null;
      Outcome again = new Importer(root, CLOCK, ops).bringIn(file, new Importer.Wish(true, false), Watch.NONE);
      assertEquals(Outcome.State.THERE_ALREADY, again.state());
      assertTrue(first == null || first.conversation().size() == made.rows());
    } catch (StoreException refused) {
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
    empty(root.chats());
    empty(root.taskLists());
    Files.deleteIfExists(root.internal().resolve("imports"));
  }

  void draft(byte[] bytes) throws Exception {
    Path file = root.drafts().resolve(ID + ".json");
    Files.write(file, bytes);
    assertEquals(1, chats.drafts().size());
    try {
      chats.openDraft(UUID.fromString(ID));
    } catch (StoreException refused) {
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
    empty(root.drafts());
  }

  /// A journal of any bytes: what is whole is recovered, the rest kept in quarantine; nothing is thrown away.
  void journal(byte[] bytes) throws Exception {
    Path file = root.journal().resolve("turn-" + ID + ".jsonl");
    Files.write(file, framed(bytes));
    new Recovery(root, chats, ops).run();
    assertTrue(any(root.journal()) || any(root.quarantine()) || any(root.drafts()) || bytes.length == 0);
    for (Path folder : List.of(root.journal(), root.quarantine(), root.drafts(), root.chats())) {
      empty(folder);
    }
  }

  void unsent(byte[] bytes) throws Exception {
    Path file = root.journal().resolve("input-" + ID + "-1.jsonl");
    Files.write(file, framed(bytes));
    new UnsentText(root, ops, CLOCK).take();
    empty(root.journal());
    empty(root.quarantine());
  }

  void settings(byte[] bytes) throws Exception {
    Path file = root.internal().resolve("settings.properties");
    Files.write(file, bytes);
    SettingsFile settings = new SettingsFile(root);
    settings.read();
    try {
      settings.set(dev.chatstream.core.preference.Preference.THEME, "light");
      assertEquals("light", settings.read().text(dev.chatstream.core.preference.Preference.THEME));
    } catch (StoreException refused) {
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
  }

  void state(byte[] bytes) throws Exception {
    Files.write(root.state(), bytes);
    StateFile file = new StateFile(root, ops);
    StateFile.Loaded read = file.read();
    file.write(read.state());
    assertEquals(read.state(), file.read().state());
    Files.deleteIfExists(root.internal().resolve("state.json.broken"));
  }

  void version(byte[] bytes) throws Exception {
    Path file = root.internal().resolve("VERSION");
    Files.write(file, bytes);
    try {
      DataRoot.openToRead(root.folder());
    } catch (StoreException refused) {
      assertTrue(refused.getMessage().length() > 20);
    }
    assertArrayEquals(bytes, Files.readAllBytes(file));
    Files.deleteIfExists(file);
  }

  private List<TaskRow> rows(String name) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = lists.read(name)) {
      rows.forEachRemaining(all::add);
    } catch (StoreException refused) {
      return List.of();
    }
    return all;
  }

  /// Half of the inputs get the right check sums, or no reader would look behind them.
  static byte[] framed(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] == '{') {
      return bytes;
    }
    StringBuilder lines = new StringBuilder();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      byte[] record = line.getBytes(StandardCharsets.UTF_8);
      CRC32C crc = new CRC32C();
      crc.update(record);
      lines.append("{\"crc\":\"%08x\",\"record\":".formatted(crc.getValue())).append(line).append("}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean any(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
