package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.care.work.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that keep and mend: what they print, where, and how they end.
class CareCommandsTest extends CommandTest {

  @BeforeEach
  void begin() {
    run("append", "todo", "first");
    run("append", "todo", "second");
  }

  private Path todo() {
    return home.resolve("task_lists/todo.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "verify", "restore", "trash", "clean", "renumber", "doctor"})
  void eachHasHelp(String command) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, CommandLines.run(new String[] {command, "--help"}, Map.of(), output));
      assertTrue(out().contains("Usage: run.sh " + command), out());
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void aBackupPrintsItsNameAndIsListed() throws Exception {
    assertEquals(0, run("backup"));
    String name = out().strip();
    assertTrue(err().startsWith("2 files: 2 copied ("), err());
    assertEquals(0, run("restore", "--list"));
    assertTrue(out().startsWith(name + "\t2\t"), out());
    assertEquals(0, run("backup", "--json"));
    assertEquals("2", new ObjectMapper().readTree(out()).get("linked").asText());
  }

  @Test
  void restoringShowsFirst() throws Exception {
    run("backup");
    String then = Files.readString(todo());
    run("append", "todo", "third");
    assertEquals(0, run("restore"));
    assertEquals("replaced\ttask_lists/todo.csv\t1 row goes\n", out());
    assertTrue(err().contains("With --apply it is done."));
    assertEquals(0, run("restore", "latest", "todo", "--apply"));
    assertEquals(then, Files.readString(todo()));
    assertEquals(0, run("trash"));
    assertTrue(out().contains("\ttask_lists/todo.csv\t"), out());
    assertEquals(0, run("trash", "restore", "todo"));
    assertEquals("task_lists/todo-2.csv\n", out());
    assertEquals(1, run("restore", "1999"));
    assertEquals(1, run("restore", "latest", "nobody"));
  }

  @Test
  void damageIsExitCodeFour() throws Exception {
    assertEquals(0, run("verify"));
    run("backup");
    Files.writeString(todo(), Files.readString(todo()) + "\"3\",\"torn");
    assertEquals(4, run("verify"));
    assertTrue(out().startsWith("damage   task_lists/todo.csv: "), out());
    assertEquals(4, run("doctor"));
    assertTrue(out().contains("fix: joins 2 rows that can be read"), out());
    assertEquals(4, run("doctor", "--json"));
    assertEquals("damage",
        new ObjectMapper().readTree(out().lines().findFirst().orElseThrow()).get("severity").asText());
    assertEquals(0, run("doctor", "--fix"), err());
    assertEquals(0, run("verify"));
    assertEquals(0, run("append", "todo", "third"));
    assertEquals("3\n", out());
  }

  @Test
  void renumberingShowsFirst() throws Exception {
    Files.writeString(todo(), Files.readString(todo()).replace("\"2\",\"", "\"20\",\""));
    assertEquals(0, run("renumber", "todo"));
    assertEquals("2\t20\t2\n", out());
    assertTrue(Files.readString(todo()).contains("\"20\""));
    assertEquals(0, run("renumber", "todo", "--apply"));
    assertFalse(Files.readString(todo()).contains("\"20\""));
    assertEquals(1, run("renumber", "nobody"));
    assertEquals(2, run("renumber"));
  }

  @Test
  void emptyingTheTrashShowsFirst() {
    run("renumber", "todo", "--apply");
    run("backup");
    run("append", "todo", "third");
    run("restore", "latest", "--apply");
    assertEquals(0, run("trash", "empty"));
    assertTrue(err().contains("With --apply these go for good: 1"), err());
    assertEquals(0, run("trash", "empty", "--apply"));
    assertEquals(0, run("trash"));
    assertEquals("", out());
    assertEquals(1, run("trash", "restore", "todo"));
    assertEquals(2, run("trash", "restore"));
    assertEquals(2, run("trash", "burn"));
  }

  @Test
  void cleaningShowsFirst() throws Exception {
    Files.write(home.resolve(".store/idx/list-nobody.csv.idx"), new byte[100]);
    assertEquals(0, run("clean"));
    assertEquals("idx\t.store/idx/list-nobody.csv.idx\t100\tits list is gone\n", out());
    assertEquals(0, run("clean", "--apply"));
    assertFalse(Files.exists(home.resolve(".store/idx/list-nobody.csv.idx")));
  }

  @Test
  void aHomeThatIsNotThereIsTold() {
    for (String command : List.of("verify", "doctor", "restore", "trash", "clean")) {
      String[] args = {command, "--home", home.resolve("nowhere").toString()};
      assertEquals(1, CommandLines.run(args, Map.of(), output), command);
      assertFalse(Files.exists(home.resolve("nowhere")));
    }
  }

  @Test
  void progressSaysHowLongItTakes() {
    Progress half = new Progress("Copying", 3 << 20, 6 << 20);
    assertEquals(
        "Copying: 50%, 3.0 MB of 6.0 MB, 12 s left", LongJob.words(half, Optional.of(Duration.ofSeconds(12))));
    assertEquals("Copying: 50%, 3.0 MB of 6.0 MB", LongJob.words(half, Optional.empty()));
    assertEquals("Copying", LongJob.words(new Progress("Copying", 5, 0), Optional.empty()));
  }
}
