package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.testing.ScriptedOllama;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands for scripts, run in this process: what they print, where, and how they end.
class CommandLineTest extends CommandTest {

  private static final Instant NOW = Instant.parse("2026-11-23T14:03:00Z");

  private final PrintStream realOutput = System.out;
  private final InputStream realInput = System.in;

  @BeforeEach
  void takeTheOthers() {
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    type("");
  }

  @AfterEach
  void giveTheOthersBack() {
    System.setOut(realOutput);
    System.setIn(realInput);
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Saves a chat of one exchange.
  private Chat chat(String name, String answer) throws StoreException {
    Chat chat = Chat.empty(Ids.next(NOW), NOW);
    Message question = Message.fromUser(Ids.next(NOW), Optional.empty(), "How?", NOW);
    Message reply = Message.fromModel(
        Ids.next(NOW), question.id(), answer, "", "m:1b", Map.of(), MessageState.DONE, Metrics.UNKNOWN, NOW);
    return new ChatStore(DataRoot.open(home), InstantSource.fixed(NOW))
        .saveNew(chat.plus(question).plus(reply), name, Optional.empty())
        .chat();
  }

  @Test
  void anEmptyHomeHasNothingToList() {
    assertEquals(0, run("lists"));
    assertEquals("", out() + err());
    assertEquals(0, run("chats"));
    assertEquals("", out() + err());
  }

  @Test
  void appendingMakesAListAndGoesOnInIt() throws IOException {
    assertEquals(0, run("append", "todo", "first task"));
    assertEquals("1\n", out());
    type("second\ntask\n");
    assertEquals(0, run("append", "todo", "-", "--role", "assistant"));
    assertEquals("2\n", out());
    assertEquals(0, run("lists"));
    assertEquals("todo.csv\t2\n", out());
    assertTrue(Files.readString(home.resolve("task_lists/todo.csv")).contains("\"assistant\",\"second\ntask"));
    assertEquals(0, run("show", "list", "todo"));
    assertEquals("1. user, todo\n   first task\n2. assistant, todo\n   second\n   task\n", out());
  }

  @Test
  void aChatIsAppendedOnce() throws StoreException {
    chat("Plan", "So.");
    assertEquals(0, run("append", "todo", "--chat", "plan"));
    assertEquals("1\n2\n", out());
    assertEquals(0, run("append", "todo.csv", "--chat", "plan.json"));
    assertEquals("", out());
  }

  @Test
  void rowsCanBeReadByOtherPrograms() throws Exception {
    run("append", "todo", "a \"quoted\"\tline\nand more");
    assertEquals(0, run("show", "list", "todo", "--json"));
    JsonNode row = new ObjectMapper().readTree(out());
    assertEquals("a \"quoted\"\tline\nand more", row.get("content").asText());
    assertEquals("1", row.get("index").asText());
  }

  @Test
  void aWrongRoleOrNoTextIsAUsageError() {
    assertEquals(2, run("append", "todo", "x", "--role", "wizard"));
    assertEquals("--role takes user or assistant, not wizard.\n", err());
    assertEquals(2, run("append", "todo"));
    assertEquals("There is no text to append.\n", err());
    assertFalse(Files.exists(home.resolve("task_lists/todo.csv")));
  }

  @Test
  void chatsAreListedAndShown() throws Exception {
    Chat chat = chat("Plan", "Like so:\n  step");
    assertEquals(0, run("chats"));
    assertEquals("plan.json\t2\tPlan\n", out());
    for (String name : List.of("plan", "plan.json", chat.id().toString())) {
      assertEquals(0, run("show", "chat", name), name);
      assertEquals("You:\nHow?\n\nm:1b:\nLike so:\n  step\n\n", out());
    }
    assertEquals(0, run("show", "chat", "plan", "--json"));
    assertEquals("Like so:\n  step", new ObjectMapper().readTree(out()).at("/conversation/1/content").asText());
  }

  @Test
  void aChatIsExportedToStandardOutputOrToAFileThatIsNotThereYet() throws Exception {
    chat("Plan", "Like **so**");
    assertEquals(0, run("export", "plan"));
    assertTrue(out().startsWith("# Plan\n\n2 messages, begun "), out());
    assertEquals(0, run("export", "plan", "--format", "json"));
    assertEquals("Like **so**", new ObjectMapper().readTree(out()).at("/conversation/1/content").asText());
    Path file = home.resolve("plan.html");
    assertEquals(0, run("export", "plan", "-o", file.toString()));
    assertEquals("", out());
    assertTrue(Files.readString(file).contains("Like <strong>so</strong>"));
    assertEquals(1, run("export", "plan", "-o", file.toString(), "--format", "md"));
    assertEquals(file + " is there already. Choose another name.\n", err());
    assertTrue(Files.readString(file).startsWith("<!doctype html>"));
    assertEquals(1, run("export", "nothing"));
    assertEquals(2, run("export", "plan", "--format", "pdf"));
    assertEquals(2, run("export"));
  }

  @Test
  void aChatOfTheOriginalProgramIsShown() throws IOException {
    Files.createDirectories(home.resolve("chats"));
    Files.copy(Path.of("src/test/resources/golden/chat-original.json"), home.resolve("chats/old.json"));
    assertEquals(0, run("show", "chat", "old"));
    assertTrue(out().startsWith("You:\nWhat is an atomic rename?\n\n"), out());
    assertTrue(out().contains("all at once. 計画"), out());
  }

  @Test
  void aDamagedChatEndsWithFourAndStaysAsItIs() throws IOException {
    Files.createDirectories(home.resolve("chats"));
    String broken = "{\"schema\":2,\"conversation\":[{\"role\":\"us";
    Files.writeString(home.resolve("chats/broken.json"), broken);
    assertEquals(4, run("show", "chat", "broken"));
    assertTrue(err().startsWith("broken"), err());
    assertEquals(1, err().lines().count(), err());
    run("chats");
    assertTrue(out().startsWith("broken.json\t"), out());
    assertEquals(broken, Files.readString(home.resolve("chats/broken.json")));
  }

  @Test
  void ofADamagedListTheGoodRowsAreShownAndItEndsWithFour() throws IOException {
    run("append", "todo", "first task");
    Path list = home.resolve("task_lists/todo.csv");
    Files.writeString(list, "\"2\",\"torn", StandardOpenOption.APPEND);
    assertEquals(4, run("show", "list", "todo"));
    assertTrue(out().startsWith("1. user, todo\n   first task\n"), out());
    assertTrue(err().startsWith("todo: "), err());
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() {
    for (String kind : List.of("chat", "list")) {
      assertEquals(1, run("show", kind, "gone"));
      assertEquals("", out());
      assertEquals(1, err().lines().count(), err());
    }
    assertEquals(1, run("append", "todo", "--chat", "gone"));
    assertFalse(Files.exists(home.resolve("task_lists/todo.csv")));
  }

  @Test
  void aPipeGetsTheTextAsItIsATerminalAHarmlessOne() throws StoreException {
    chat("Plan", "\u001b]0;owned\u0007red");
    run("show", "chat", "plan");
    assertTrue(out().contains("\u001b]0;owned\u0007red"), out());
    System.clearProperty("chatstream.stdout");
    run("show", "chat", "plan");
    assertTrue(out().contains("␛]0;ownedred"), out());
    assertTrue(out().chars().noneMatch(c -> c < ' ' && c != '\n'), out());
  }

  @Test
  void aQuestionIsAnswered() {
    try (ScriptedOllama server = ScriptedOllama.start()) {
      assertEquals(0, run("ask", "-m", "fast", "--host", server.uri().toString(), "Hello?"), this::err);
      assertEquals("Hello, world.\n", out());
      assertEquals("", err());
      type("from a pipe");
      assertEquals(0, run("ask", "--model", "fast", "--host", server.uri().toString()), this::err);
      assertTrue(server.chats().getLast().text().contains("\"from a pipe\""));
    }
  }

  @Test
  void theWindowIsNeverLargerThanTheModels() {
    try (ScriptedOllama server = ScriptedOllama.start()) {
      String host = server.uri().toString();
      assertEquals(0, run("ask", "-m", "fast", "--host", host, "Hello?"), this::err);
      assertTrue(server.chats().getLast().text().contains("\"num_ctx\":2048"), server.chats().getLast().text());
      assertEquals(1, run("ask", "-m", "fast", "--host", host, "x".repeat(9_000)));
      assertEquals(1, server.chats().size());
      assertTrue(err().contains("don't fit the window of 2048. Nothing was sent."), err());
    }
  }

  @Test
  void withoutAQuestionNobodyIsAsked() {
    assertEquals(2, run("ask"));
    assertTrue(err().startsWith("There is no question."), err());
  }

  @Test
  void aModelThatIsNotThereEndsWithThree() {
    try (ScriptedOllama server = ScriptedOllama.start()) {
      assertEquals(3, run("ask", "-m", "gone:1b", "--host", server.uri().toString(), "Hello?"));
      assertEquals("", out());
      assertTrue(err().contains("gone:1b"), err());
      assertEquals(List.of(), server.chats());
    }
  }

  @Test
  void aServerThatIsNotThereEndsWithThree() {
    ScriptedOllama server = ScriptedOllama.start();
    String address = server.uri().toString();
    server.close();
    assertEquals(3, run("ask", "--host", address, "Hello?"));
    assertEquals("", out());
    assertEquals(1, err().lines().count(), err());
    assertFalse(err().contains("^R"), err());
  }

  @Test
  void ofAnAnswerThatIsCutThePartIsPrinted() {
    try (ScriptedOllama server = ScriptedOllama.start()) {
      server.script("fast", (request, reply) -> reply.token("one ").token("two").end());
      assertEquals(1, run("ask", "-m", "fast", "--host", server.uri().toString(), "Hello?"));
      assertEquals("one two\n", out());
      assertEquals(1, err().lines().count(), err());
      server.script("fast", (request, reply) -> reply.token("one ").line("{\"error\":\"died\"}").end());
      assertEquals(1, run("ask", "-m", "fast", "--host", server.uri().toString(), "Hello?"));
      assertEquals("one \n", out());
      assertTrue(err().contains("died"), err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "nonsense", "--log-level=loud", "--home"})
  void aWrongCommandLineEndsWithTwoAndOneLine(String wrong) {
    assertEquals(2,
        CommandLines.run(new String[] {"lists", wrong}, Map.of("ASYNC_CHAT_HOME", home.toString()), output));
    assertEquals("", out());
    assertEquals(1, err().lines().count(), err());
  }

  @Test
  void helpNamesEveryCommandAndFlag() {
    assertEquals(0, run("--help"));
    for (String word : List.of("ask", "lists", "chats", "show", "append", "--home", "--host", "--embedded",
        "Exit codes")) {
      assertTrue(out().contains(word), word);
    }
    assertEquals(0, run("ask", "--help"));
    assertTrue(out().contains("TEXT"), out());
    assertEquals(0, run("--version"));
    assertTrue(out().startsWith("async-chat-stream "), out());
  }

  @Test
  void theScreenWithoutATerminalSaysSoAndEndsWithTwo() {
    assertEquals(2, run());
    assertTrue(err().startsWith("The screen needs a terminal."), err());
  }

  @Test
  void migrateTellsEachRowAndApplyMakesOneCopy() throws IOException {
    Files.createDirectories(home.resolve("task_lists"));
    Path old = home.resolve("task_lists/old.csv");
    Files.writeString(old, "1. User Query - a\n2. User Query - b\n\n3. User Query - c\n");
    assertEquals(1, run("append", "old", "x"));
    assertTrue(err().contains("migrate old.csv --apply"), err());
    assertEquals(0, run("migrate", "old"));
    assertEquals("1\tdoubtful\t1. user: a\ta question follows a question\n"
        + "2\tdoubtful\t2. user: b\ta question follows a question\n3\tcertain\t3. user: c\n", out());
    assertFalse(Files.exists(home.resolve("task_lists/old-2.csv")));
    assertEquals(0, run("migrate", "old", "--apply", "--json"));
    assertTrue(out().contains("\"state\":\"made\""), out());
    assertEquals(0, run("migrate", "old", "--apply"));
    assertTrue(err().contains("there already"), err());
    assertEquals(0, run("append", "old-2", "x"));
    assertEquals("4\n", out());
    assertEquals(1, run("migrate", "nothing"));
  }

  @Test
  void importTakesAPathAndPrintsWhatItMade() throws IOException {
    Path source = Files.writeString(home.resolve("My chat.json"), "[{\"role\":\"user\",\"content\":\"a\"},{");
    assertEquals(4, run("import", source.toString()));
    assertEquals("chats/my-chat.json\n", out());
    assertTrue(err().contains("It is damaged"), err());
    assertEquals(1, run("import", home.resolve("none").toString()));
    assertEquals(2, run("import"));
    assertEquals(0, run("import", "--help"));
  }

  @Test
  void progressTellsPercentAndTimeLeft() {
    assertEquals("Reading: 25 %, 3 s left", Progress.words("Reading", 1, 4, 1_000_000_000L));
    assertEquals("Reading: 0 %", Progress.words("Reading", 0, 4, 1_000_000_000L));
    assertEquals("Reading: 1 %, 3 min left", Progress.words("Reading", 1, 100, 2_000_000_000L));
  }
}
