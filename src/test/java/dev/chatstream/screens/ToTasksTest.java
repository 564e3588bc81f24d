package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.testing.Pilot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From talk to list and back, by keys.
class ToTasksTest {

  private static final String ANSWER = "Three steps:\n\n1. Measure it.\n2. Cut it.\n3. Test it.\n\nThat is all.\n";

  @TempDir
  private Path home;

  private Pilot pilot() {
    return Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8)).exchange("How?", ANSWER);
  }

  private List<String> contents(String list) throws Exception {
    List<String> contents = new ArrayList<>();
    try (TaskRows rows = new TaskListStore(DataRoot.open(home), InstantSource.system()).read(list)) {
      rows.forEachRemaining(row -> contents.add(row.cell("content")));
    }
    return contents;
  }

  @Test
  void listItemsOfTheLastReplyBecomeRows() throws Exception {
    pilot().press("^T").type("plan").press("Tab, Left, Tab, Right, Tab, Down, Space, Enter");
    assertEquals(List.of("Measure it.", "Test it."), contents("plan.csv"));
  }

  @Test
  void aRowIsWrittenOtherwiseBefore() throws Exception {
    Pilot pilot =
        pilot().press("^T").type("plan").press("Tab, Left, Tab, Right, Tab, e").type(" Twice.").press("Enter");
    assertTrue(pilot.shows("Measure it. Twice."), pilot::screen);
    pilot.press("Enter");
    assertEquals(List.of("Measure it. Twice.", "Cut it.", "Test it."), contents("plan.csv"));
  }

  @Test
  void theSameAgainIsLeftOutAndSaid() throws Exception {
    Pilot pilot = pilot().press("^T").type("plan").press("Enter, ^T, Enter");
    assertTrue(pilot.shows("Adds nothing: plan.csv has all of it already."), pilot::screen);
    pilot.press("Shift-Tab, Space, Enter");
    assertEquals(List.of("How?", ANSWER, "How?"), contents("plan.csv"));
    assertTrue(pilot.shows("Added 1 task to plan.csv (3)."), pilot::screen);
  }

  @Test
  void markedMessagesAreTheFirstChoice() throws Exception {
    Pilot pilot = pilot().exchange("And?", "Done.").press("Tab, Space, ^T").type("plan");
    assertTrue(pilot.shows("From  < 1 marked >"), pilot::screen);
    pilot.press("Enter");
    assertEquals(List.of("Done."), contents("plan.csv"));
    assertFalse(pilot.press("^T").shows("marked"), "what was marked is in a list now");
  }

  @Test
  void theModelIsAskedAndNothingIsWrittenUnseen() throws Exception {
    Pilot pilot = pilot().on(new Event.ActionTriggered(Action.MAKE_TASKS)).press("Enter");
    assertTrue(pilot.shows("qwen3:8b is reading, 0:00 ..."), pilot::screen);
    long asked = pilot.state().talk().asked();
    pilot.on(new TalkEvent.TasksMade(asked, List.of(), "The model's answer makes no sense: hm"));
    assertTrue(pilot.shows("The model's answer makes no sense: hm"), pilot::screen);
    pilot.press("Esc");
    assertFalse(Files.exists(home.resolve("task_lists/plan.csv")));
    pilot.on(new Event.ActionTriggered(Action.MAKE_TASKS));
    pilot.on(new TalkEvent.TasksMade(pilot.state().talk().asked(), List.of("Measure it", "Tell them"), ""))
        .press("Shift-Tab, Shift-Tab, Shift-Tab").type("plan").press("Enter");
    assertEquals(List.of("Measure it", "Tell them"), contents("plan.csv"));
  }

  @Test
  void fromARowToItsTurnAndFromATurnToItsRows() {
    Pilot pilot = pilot().press("^S, ^U").type("Plan").press("Enter, ^T").type("plan").press("Enter, ^N");
    pilot.exchange("Something else?", "Yes.").press("F5, Enter, b");
    assertTrue(pilot.shows("Plan"), pilot::screen);
    assertTrue(pilot.shows("How?"), pilot::screen);
    pilot.press("Enter, l");
    assertTrue(pilot.shows("plan.csv 1  How?"), pilot::screen);
    pilot.press("Enter");
    assertEquals("It is row 1.", pilot.lastRow());
    assertTrue(pilot.shows(">    1 todo      How?"), pilot::screen);
  }

  @Test
  void aRowOfNoChatSaysSo() {
    Pilot pilot = pilot().on(new Event.Chosen(new TalkChoice.OpenSource("")));
    assertEquals("This row was not made of a chat.", pilot.lastRow());
  }
}
