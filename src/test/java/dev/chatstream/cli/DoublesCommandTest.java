package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `doubles`, and what `append` says of rows that are there already.
class DoublesCommandTest extends CommandTest {

  @BeforeEach
  void begin() {
    run("append", "todo", "Write the release notes and send them to all who asked for them");
    run("append", "todo", "Pin the version.");
  }

  @Test
  void anAppendOfWhatIsThereIsToldAndDoneAllTheSame() {
    assertEquals(ExitCode.DONE, run("append", "todo", "pin THE version"));
    assertEquals("3\n", out());
    assertEquals("It is there already, as 2. Added all the same; --doubles skip leaves it out.\n", err());
  }

  @Test
  void aFlagLeavesItOut() {
    assertEquals(ExitCode.DONE, run("append", "todo", "pin THE version", "--doubles", "skip"));
    assertEquals("", out());
    assertEquals("It is there already, as 2: left out.\n", err());
    run("show", "list", "todo");
    assertTrue(!out().contains("pin THE"), out());
  }

  @Test
  void whatIsNearlyTheSameIsToldAndNeverLeftOut() {
    assertEquals(ExitCode.DONE, run("append", "todo", "--doubles=skip",
        "Write the release notes and send them to all who asked for it"));
    assertEquals("3\n", out());
    assertTrue(err().startsWith("Something similar is there as 1 (0."), err());
  }

  @Test
  void groupsAreOneALine() throws IOException {
    run("append", "todo", "pin the version");
    assertEquals(ExitCode.DONE, run("doubles", "todo"));
    assertEquals("exact\t1.00\t2 3\tPin the version.\n", out());
    assertEquals("1 of 3 rows is a double of an earlier one, in 1 group.\n", err());
    assertEquals(ExitCode.DONE, run("doubles", "todo", "--near", "--json"));
    JsonNode group = new ObjectMapper().readTree(out());
    assertEquals(List.of(2, 3), List.of(group.at("/indices/0").asInt(), group.at("/indices/1").asInt()));
    assertEquals("Pin the version.", group.get("text").asText());
    assertEquals(1.0, group.get("likeness").asDouble());
  }

  @Test
  void nothingFoundIsSaidAndIsNoFailure() {
    assertEquals(ExitCode.DONE, run("doubles", "todo", "--near"));
    assertEquals("", out());
    assertEquals("No doubles among 2 rows.\n", err());
  }

  @Test
  void badListsAreRefusedInWords() throws IOException {
    assertEquals(ExitCode.FAILED, run("doubles", "nolist"));
    assertTrue(err().contains("nolist"), err());
    Files.writeString(home.resolve("task_lists/torn.csv"), "index,content\n1,\"never closed\n");
    assertEquals(ExitCode.DAMAGE, run("doubles", "torn"));
    assertTrue(err().contains("a quote is never closed"), err());
    Files.write(home.resolve("task_lists/wide.csv"), "index,content\n1,x\n".getBytes(StandardCharsets.UTF_16));
    assertEquals(ExitCode.FAILED, run("doubles", "wide"));
    assertTrue(err().contains("UTF-16"), err());
  }
}
