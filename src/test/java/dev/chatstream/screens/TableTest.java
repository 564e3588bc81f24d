package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Event;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Task lists and the table of one, at the keys.
class TableTest {

  private static final String LIST = """
      index,id,content,status,priority,tags,source
      1,a,Measure,todo,,,
      2,b,Cut,todo,,x,
      3,c,Test,todo,,,
      """;

  @TempDir
  private Path home;

  private Pilot open() throws IOException {
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2));
    Files.writeString(csv(), LIST);
    return pilot.press("F5, Enter");
  }

  private Path csv() {
    return home.resolve("task_lists/release.csv");
  }

  private String file() throws IOException {
    return Files.readString(csv());
  }

  @Test
  void aChangeIsInTheFileWhenTheTableIsLeft() throws IOException {
    Pilot pilot = open().press("Down, d, p, e").press("^U").type("Cut it").press("Enter");
    assertTrue(pilot.shows("2 open of 3"));
    assertEquals(LIST, file());
    pilot.press("q");
    assertEquals(LIST.replace("2,b,Cut,todo,,x", "2,b,Cut it,done,A,x"), file());
    assertTrue(pilot.shows("2 open of 3"));
  }

  @Test
  void allIsUndoneAndDoneAgainAlsoWhenTheListWasLeft() throws IOException {
    Pilot pilot = open().press("x, d, q, Enter, u, u");
    assertTrue(pilot.shows("Undid: deleting 1 row."));
    pilot.press("q");
    assertEquals(LIST, file());
    pilot.press("Enter, U, U, q");
    assertEquals(LIST.replace("1,a,Measure,todo,,,\n", "").replace("b,Cut,todo", "b,Cut,done"), file());
  }

  @Test
  void aKeyActsOnAllMarkedRows() throws IOException {
    Pilot pilot = open().press("Space, Down, v, t").type("both").press("Enter");
    assertTrue(pilot.shows("3 marked"));
    assertTrue(pilot.lastRow().contains("Tags of 3 rows"), pilot.lastRow());
    pilot.press("Esc");
    assertFalse(pilot.shows("3 marked"));
    pilot.press("q");
    assertEquals(3, file().split("both", -1).length - 1);
  }

  @Test
  void whatSomebodyElseAppendsIsShown() throws IOException {
    Pilot pilot = open().press("d");
    Files.writeString(csv(), LIST + "4,d,More,todo,,,\n");
    pilot.on(new Event.FilesChanged(false, Set.of(), Set.of(), Set.of("release.csv")));
    assertTrue(pilot.shows("3 open of 4"), pilot.screen());
    assertTrue(pilot.shows("done"));
  }

  @Test
  void aDamagedListOpensAsTextAndSaysWhy() throws IOException {
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2));
    Files.writeString(csv(), LIST + "4,\"never closed\n");
    pilot.press("F5, Enter");
    assertTrue(pilot.shows("is damaged: 3 rows shown, nothing changed"), pilot.screen());
  }

  @Test
  void listsAreMadeRenamedCopiedAndSearched() throws IOException {
    Pilot pilot = open().press("q, a").type("Second one").press("Enter");
    assertTrue(pilot.shows("second-one.csv"), pilot.screen());
    pilot.press("^Z");
    assertFalse(Files.exists(home.resolve("task_lists/second-one.csv")));
    pilot.press("d");
    assertTrue(pilot.shows("release-copy.csv"), pilot.screen());
    pilot.press("Home, R").type("plan").press("Enter");
    assertTrue(pilot.shows("is plan.csv now"), pilot.screen());
    pilot.press("^Z");
    assertFalse(pilot.shows("plan.csv  "));
    pilot.press("/").type("copy");
    assertTrue(pilot.shows("release-copy.csv"));
    assertFalse(pilot.shows("  release.csv"), pilot.screen());
    pilot.press("Enter, Esc");
    assertTrue(pilot.shows("release.csv"));
  }
}
