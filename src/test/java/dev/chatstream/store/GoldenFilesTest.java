package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every file that some version wrote still opens. These files are never changed; a new format adds new ones.
class GoldenFilesTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private ChatStore chats;
  private TaskListStore lists;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T10:21:00Z"));
    chats = new ChatStore(root, clock);
    lists = new TaskListStore(root, clock);
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/golden/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aChatOfSchema2OpensAndIsWrittenTheSame() throws Exception {
    Path file = root.chats().resolve("release-plan.json");
    Files.write(file, golden("chat-v2.json"));
    StoredChat opened = chats.open("release-plan");
    Chat chat = opened.chat();
    assertEquals("Release plan", chat.title());
    assertEquals(Instant.parse("2026-11-23T10:15:30.123Z"), chat.created());
    assertEquals(MessageState.STOPPED, chat.conversation().get(1).state());
    assertEquals(12, chat.conversation().get(1).metrics().tokens());
    assertEquals(1, chat.branches().size());
    assertEquals("before the test", chat.savePoints().getFirst().name());
    chats.save(chat, opened.at());
    assertEquals(new String(golden("chat-v2.json"), "UTF-8"), Files.readString(file));
  }

  @Test
  void aChatOfTheOriginalProgramOpensAlwaysTheSameAndIsUpgradedWhenSaved() throws Exception {
    Path file = root.chats().resolve("chat_20240102_030405.json");
    Files.write(file, golden("chat-original.json"));
    StoredChat opened = chats.open("chat_20240102_030405");
    assertEquals(opened.chat(), chats.open("chat_20240102_030405").chat());
    assertArrayEquals(golden("chat-original.json"), Files.readAllBytes(file));
    assertEquals(Instant.parse("2024-01-02T03:04:05Z"), opened.chat().created());
    assertEquals("chat_20240102_030405", opened.chat().title());
    assertEquals("A name that changes\nall at once. 計画", opened.chat().conversation().get(1).content());
    assertEquals(opened.chat().conversation().get(0).id(), opened.chat().conversation().get(1).parent().orElseThrow());

    chats.save(opened.chat(), opened.at());
    assertTrue(Files.readString(file).startsWith("{\n  \"schema\" : 2,"));
    assertTrue(Files.readString(file).contains("\"timestamp\" : \"20240102_030405\""));
    assertEquals(opened.chat(), chats.open("chat_20240102_030405").chat());
  }

  @ParameterizedTest
  @CsvSource({"list-v1.csv,2,3", "list-semicolon-crlf-bom.csv,2,8", "list-no-last-line-end.csv,1,5"})
  void aListOpensAndAnAppendChangesNothingBeforeItsRows(String name, int rows, long next) throws Exception {
    Path file = root.taskLists().resolve(name);
    Files.write(file, golden(name));
    assertEquals(rows, read(name).size());
    assertEquals("", lists.list().getFirst().problem());
    assertEquals(next - 1, lists.list().getFirst().lastIndex());
    assertEquals(next, lists.append(name, List.of(new NewTask(Role.USER, "new; \"row\"", "", ""))).first());
    byte[] after = Files.readAllBytes(file);
    assertArrayEquals(golden(name), Arrays.copyOf(after, golden(name).length));
    TaskRow last = read(name).getLast();
    assertEquals(next, last.index());
    assertEquals("new; \"row\"", last.cell("content"));
  }

  @Test
  void theCellsOfAListAreWhatTheyWere() throws Exception {
    Files.write(root.taskLists().resolve("a.csv"), golden("list-v1.csv"));
    assertEquals("What is \"atomic\"?", read("a").get(0).cell("content"));
    assertEquals("All,\nor nothing. 計画 🎉", read("a").get(1).cell("content"));
    assertEquals("files disk", read("a").get(1).cell("tags"));
    Files.write(root.taskLists().resolve("b.csv"), golden("list-semicolon-crlf-bom.csv"));
    assertEquals("two; and\nmore", read("b").get(1).cell("content"));
    assertEquals("say \"y\"", read("b").get(1).cell("Mine"));
  }

  private List<TaskRow> read(String name) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = lists.read(name)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }
}
