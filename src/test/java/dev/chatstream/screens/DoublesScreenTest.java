package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Doubles on the screen: at an append, and in a whole list; what is decided is done, and taken back by one key.
class DoublesScreenTest {

  private static final String LIST = """
      index,content,status,tags
      1,"Measure the start-up time, cold and warm",todo,tests
      2,Pin the version,todo,
      3,"Measure the start-up time, warm and cold",done,speed
      4,PIN THE VERSION!,todo,build
      """;

  private static final ModelInfo MODEL =
      new ModelInfo("m:1b", 1, 1, "1B", "Q4_0", "llama", Set.of("completion"), 4096);

  @TempDir
  private Path home;

  private Pilot pilot(String list) throws IOException {
    Pilot pilot = Pilot.start(80, 24, home, MODEL);
    Files.writeString(file(), list);
    return pilot;
  }

  private Path file() {
    return home.resolve("task_lists/release.csv");
  }

  private String list() throws IOException {
    return Files.readString(file());
  }

  @Test
  void rowsAreMergedReplacedAndTakenAwayAndComeBack() throws IOException {
    Pilot pilot = pilot(LIST).type("/doubles").press("Enter, Tab, Enter").type("rm").press("Enter");
    assertEquals("""
        index,content,status,tags
        1,"Measure the start-up time, warm and cold",todo,tests
        2,"Pin the version",todo,build
        """, list());
    assertEquals("release.csv: changed 2, took away 2. ^Z undoes.", pilot.lastRow());
    pilot.press("^Z");
    assertEquals(LIST, list());
  }

  @Test
  void nothingIsChangedWithoutADecision() throws IOException {
    Pilot pilot = pilot(LIST).type("/doubles").press("Enter, Enter");
    assertTrue(pilot.shows("same as 2"), pilot.screen());
    pilot.press("Enter");
    assertEquals("Nothing was changed.", pilot.lastRow());
    assertEquals(LIST, list());
  }

  @Test
  void whatIsThereAlreadyIsAskedAboutBeforeAnAppend() throws IOException {
    Pilot pilot =
        pilot(LIST).exchange("Measure the start-up time, warm and cold, twice", "It is measured now, as you asked.")
            .press("^T, Enter");
    assertTrue(pilot.shows("> keep both  new"), pilot.screen());
    pilot.type("s").press("Enter");
    assertEquals("Added 1 task to release.csv (5), left out 1. ^Z undoes.", pilot.lastRow());
    pilot.press("^Z");
    assertEquals(LIST, list());
  }

  @Test
  void cancelledNothingComesIn() throws IOException {
    Pilot pilot = pilot(LIST).exchange("Measure the start-up time, warm and cold, twice", "It is measured now.")
        .press("^T, Enter");
    assertTrue(pilot.shows("Doubles in"), pilot.screen());
    pilot.press("Esc");
    assertEquals(LIST, list());
    assertTrue(!pilot.shows("Doubles in"), pilot.screen());
  }

  @Test
  void aRowThatIsAnotherByNowIsLeftAlone() throws IOException {
    Pilot pilot = pilot(LIST).type("/doubles").press("Enter, Enter").type("s");
    String other = LIST.replace("PIN THE VERSION!", "pin it yourselves");
    Files.writeString(file(), other);
    pilot.press("Enter");
    assertEquals(other, list());
    assertTrue(pilot.shows("changed"), pilot.screen());
  }
}
