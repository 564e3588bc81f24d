package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.task.CategoryProposal;
import dev.chatstream.testing.Pilot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Categories by rules and by the model, confirmed and taken back, by keys.
class CategoriesTest {

  private static final String ANSWER = "1. Fix the crash.\n2. Write notes.\n3. Tell them.\n";

  @TempDir
  private Path home;

  private Pilot listed(String rules) throws Exception {
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8)).exchange("How?", ANSWER)
        .press("^T").type("plan").press("Tab, Left, Tab, Right, Enter");
    Files.writeString(home.resolve(".store/categories.properties"), rules);
    return pilot.press("F5, v");
  }

  @Test
  void rulesProposeAndAPersonConfirms() throws Exception {
    Pilot pilot = listed("bug = text:crash\nrelease = text:notes\n").press("r");
    assertTrue(pilot.shows("[x] bug              1  Fix the crash."), pilot::screen);
    pilot.press("Down, Space, Enter");
    assertTrue(pilot.shows("1 row of plan.csv has a category now. ^Z undoes."), pilot::screen);
    assertTrue(pilot.shows("1 open of 1"), pilot::screen);
    pilot.press("Esc, ^Z");
    assertTrue(pilot.shows("Took the category of 1 row of plan.csv back."), pilot::screen);
  }

  @Test
  void enterShowsTheRowsOfACategoryInTheTable() throws Exception {
    Pilot pilot = listed("bug = text:crash\nrelease = text:notes\n").press("r, Down, Space, Enter");
    pilot.press("Enter");
    assertTrue(pilot.shows("filter: category:\"bug\""), pilot::screen);
    assertTrue(pilot.shows("1 of 3"), pilot::screen);
    assertTrue(pilot.shows("Fix the crash.") && !pilot.shows("Write notes."), pilot::screen);
    pilot.press("Esc");
    assertTrue(pilot.shows("Write notes.") && !pilot.shows("filter:"), pilot::screen);
  }

  @Test
  void theModelProposesAndWhatItIsNotSureOfIsNotTicked() throws Exception {
    Pilot pilot = listed("bug =\nidea =\n").press("m");
    long asked = pilot.state().talk().asked();
    List<CategoryProposal> proposals = pilot.state().talk().categories().sorting().isEmpty()
        ? List.of()
        : List.of(
            new CategoryProposal("a", 1, "Fix the crash.", "bug", 0.9),
            new CategoryProposal("b", 2, "Write notes.", "idea", 0.3));
    pilot.press("Esc, m");
    pilot.on(new TalkEvent.Sorted(pilot.state().talk().asked(), proposals, ""));
    assertTrue(asked < pilot.state().talk().asked());
    assertTrue(pilot.shows("[x] bug"), pilot::screen);
    assertTrue(pilot.shows("[ ] idea"), pilot::screen);
    assertTrue(pilot.shows("Writes the category of 1 row of 2. Space ticks."), pilot::screen);
  }

  @Test
  void aMistakeInTheRulesIsToldWithItsPlace() throws Exception {
    Pilot pilot = listed("bug = txet:crash\n");
    assertTrue(pilot.shows("categories.properties:1:7: txet:crash is no condition"), pilot::screen);
    pilot.press("r");
    assertTrue(pilot.shows("No categories yet"), pilot::screen);
  }
}
