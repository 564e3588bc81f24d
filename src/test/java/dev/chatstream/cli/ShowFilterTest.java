package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `show list --filter`: the language of the table.
class ShowFilterTest extends CommandTest {

  @BeforeEach
  void begin() {
    run("append", "todo", "Write the notes");
    run("append", "todo", "Pin the version");
    run("append", "todo", "Read the notes");
  }

  @Test
  void onlyTheRowsThatFitAreShown() {
    assertEquals(ExitCode.DONE, run("show", "list", "todo", "--filter", "notes #2-"));
    assertEquals("3. user, todo\n   Read the notes\n", out());
    assertEquals(ExitCode.DONE, run("show", "list", "todo", "--filter", "-notes"));
    assertEquals("2. user, todo\n   Pin the version\n", out());
  }

  @Test
  void aFilterThatFitsNothingShowsNothing() {
    assertEquals(ExitCode.DONE, run("show", "list", "todo", "--filter", "status:done"));
    assertEquals("", out());
  }

  @Test
  void aMistakeIsToldWithItsPlace() {
    assertEquals(ExitCode.USAGE, run("show", "list", "todo", "--filter", "notes status:odd"));
    assertEquals("", out());
    assertEquals("The filter, at \"odd\" (character 14): A status is open, todo, doing, done, failed.\n", err());
  }

  @Test
  void aChatHasNoRows() {
    assertEquals(ExitCode.USAGE, run("show", "chat", "todo", "--filter", "x"));
    assertEquals("--filter is for lists. A chat is shown whole.\n", err());
  }
}
