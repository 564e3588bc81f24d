package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list as files of other programs.
class ListExportTest extends CommandTest {

  private static final String LIST =
      """
          index,id,created,updated,content,status,priority,tags,category,due
          1,0193a000-0000-7000-8000-000000000001,2026-11-24T01:00:00Z,2026-11-25T02:03:04Z,"=1+1 ""x"", y",done,A,a b,work,2026-12-01
          2,,,,"two
          lines",todo,Z,,,
          3,,,,-5,todo,,,big thing,
          """;

  @BeforeEach
  void begin() throws IOException {
    run("append", "warm", "up");
    Files.writeString(home.resolve("task_lists/plan.csv"), LIST);
  }

  @Test
  void spreadsheetsGetNoFormulas() {
    assertEquals(ExitCode.DONE, run("export", "list", "plan", "--as", "csv"));
    assertTrue(out().startsWith("\uFEFF\"index\",\"id\","), out());
    assertTrue(out().contains("\"'=1+1 \"\"x\"\", y\""), out());
    assertTrue(out().contains("\"'-5\""), out());
    assertTrue(err().contains("begins with '"), err());
  }

  @Test
  void aChecklistHasItsBoxes() {
    run("export", "list", "plan", "--as", "md");
    assertEquals("- [x] =1+1 \"x\", y\n- [ ] two\n  lines\n- [ ] -5\n", out());
  }

  @Test
  void todoTxtHasItsParts() {
    run("export", "list", "plan", "--as", "todo");
    assertEquals("""
        x 2026-11-25 2026-11-24 =1+1 "x", y +work @a @b due:2026-12-01 pri:A
        (Z) two lines
        -5 +big-thing
        """, out());
  }

  @Test
  void taskwarriorGetsWhatItKnows() throws IOException {
    run("export", "list", "plan", "--as", "task");
    JsonNode tasks = new ObjectMapper().readTree(out());
    JsonNode first = tasks.get(0);
    assertEquals("completed", first.get("status").asText());
    assertEquals("20261125T020304Z", first.get("end").asText());
    assertEquals("20261201T000000Z", first.get("due").asText());
    assertEquals("H", first.get("priority").asText());
    assertEquals(2, first.get("tags").size());
    assertFalse(tasks.get(1).has("uuid"));
  }

  @Test
  void jsonHoldsAll() throws IOException {
    run("export", "list", "plan", "--as", "json");
    JsonNode rows = new ObjectMapper().readTree(out());
    assertEquals("two\nlines", rows.get(1).get("content").asText());
    assertEquals("", err());
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Path file = home.resolve("out.md");
    assertEquals(ExitCode.DONE, run("export", "list", "plan", "--as", "md", "-o", file.toString()));
    String before = Files.readString(file);
    assertEquals(ExitCode.FAILED, run("export", "list", "plan", "--as", "json", "-o", file.toString()));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void wrongWordsAreToldApart() throws IOException {
    assertEquals(ExitCode.USAGE, run("export", "list", "plan", "--as", "doc"));
    assertEquals(ExitCode.USAGE, run("export", "plan", "--as", "md"));
    assertEquals(ExitCode.USAGE, run("export", "list", "plan"));
    assertEquals(ExitCode.FAILED, run("export", "list", "nowhere", "--as", "md"));
    Files.writeString(home.resolve("task_lists/torn.csv"), "index,content\n1,good\n2,\"never closed\n");
    assertEquals(ExitCode.DAMAGE, run("export", "list", "torn", "--as", "md"));
    assertEquals("- [ ] good\n", out());
  }
}
