package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRow;
import dev.chatstream.core.run.RunView;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a task list on the screen: its form, and its window.
class RunScreensTest {

  private static final RunForm FORM = new RunForm("list.csv", List.of("list.csv"), List.of("index", "content"),
      "qwen3:8b", "{{content}}", "status:open", 2,
      new RunForm.Preview(204, 1, List.of("#1  Translate: cat"), "", true, RunForm.Trial.NONE));

  @TempDir
  private Path home;
  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8));
  }

  private static RunView view(RunPhase phase, String words) {
    RunPlan plan = new RunPlan("20261124-031707", Pilot.START, "list.csv", PromptTemplate.CONTENT, "", 3,
        List.of("qwen3:8b"), ChatSettings.NONE, 2, List.of("here"), RunLimits.NONE);
    RunProgress progress = new RunProgress(phase, words, 3, 1, 1, 0, phase == RunPhase.RUNNING ? 1 : 0, 2, 40, 12,
        Duration.ofSeconds(75), Optional.empty(), List.of(800L, 2100L));
    return new RunView(plan, progress, true, 0, List.of(
        new RunRow(0, 309, RowState.DONE, 2100, 12, "Translate: \"Append\"", "\"Anhängen\""),
        new RunRow(1, 310, RowState.FAILED, 60_000, -1, "Translate: \"Discard\"", "here sent nothing for 60 s."),
        new RunRow(2, 311, RowState.RUNNING, 1200, 7, "Translate: \"Restore\"", "\"Wiederher")), 2);
  }

  @Test
  void theKeyAsksForWhatThereIs() {
    pilot.press("Esc g");
    assertTrue(pilot.asked(new RunCommand.OpenRun("qwen3:8b")));
  }

  @Test
  void theFormShowsThePromptsAndTriesARowFirst() {
    pilot.on(new RunEvent.FormKnown(FORM, true));
    assertTrue(pilot.screen().contains("#1  Translate: cat"), pilot.screen());
    pilot.press("t");
    assertTrue(pilot.asked(new RunCommand.TryRow(FORM)));
    assertTrue(pilot.screen().contains("Asking about the first row"), pilot.screen());
    pilot.on(new RunEvent.RowTried(new RunForm.Trial(false, 2000, "le chat")));
    assertTrue(pilot.screen().contains("le chat"), pilot.screen());
    assertTrue(pilot.screen().contains("s run 204 rows, about 6:49"), pilot.screen());
  }

  @Test
  void manyRowsAreNotBegunUntriedWithoutAWord() {
    pilot.on(new RunEvent.FormKnown(FORM, true)).press("s");
    assertFalse(pilot.asked(new RunCommand.StartRun(FORM)));
    pilot.press("s");
    assertTrue(pilot.asked(new RunCommand.StartRun(FORM)));
  }

  @Test
  void aFieldThatIsNoColumnIsRefusedAsItIsTyped() {
    pilot.on(new RunEvent.FormKnown(FORM, true)).press("Enter, ^U").type("{{colour}}");
    assertTrue(pilot.screen().contains("The list has no column for {{colour}}."), pilot.screen());
    pilot.press("Enter");
    assertTrue(pilot.screen().contains("{{colour}}"), pilot.screen());
    pilot.press("^U").type("Say {{content}}").press("Enter");
    assertTrue(pilot.screen().contains("Say {{content}}"), pilot.screen());
  }

  @Test
  void theWindowShowsEachRowAndItsKeysAct() {
    pilot.on(new RunEvent.RunSeen(view(RunPhase.RUNNING, ""), true));
    for (String words : List.of("2 of 3  66%", "running, 1:15 so far, 1 done, 1 failed, 1 running, 12 tok/s", "7 tok",
        "60.0 s", "\"Anhängen\"")) {
      assertTrue(pilot.screen().contains(words), words + " in\n" + pilot.screen());
    }
    pilot.press("p, k, r, x, +, R, S, Enter");
    for (RunWish wish : List.of(new RunWish.Pause(), new RunWish.Again(1), new RunWish.Skip(1),
        new RunWish.Parallel(3), new RunWish.RetryFailed(), new RunWish.Stop())) {
      assertTrue(pilot.asked(new RunCommand.WishRun(wish)), wish.toString());
    }
    assertTrue(pilot.asked(new RunCommand.ReadRow(1)));
    pilot.press("q");
    assertFalse(pilot.screen().contains("60.0 s"), pilot.screen());
  }

  @Test
  void whatPausedItIsSaid() {
    pilot.on(new RunEvent.RunSeen(view(RunPhase.PAUSED, "Paused: 5 rows in a row failed alike. No memory."), true));
    assertTrue(pilot.screen().contains("Paused: 5 rows in a row failed alike."), pilot.screen());
    assertTrue(pilot.screen().contains("p go on"), pilot.screen());
    pilot.press("p");
    assertTrue(pilot.asked(new RunCommand.WishRun(new RunWish.GoOn())));
  }

  @Test
  void anUnfinishedRunIsOfferedAtTheStart() {
    pilot.on(new RunEvent.RunUnfinished("list.csv", 311));
    assertTrue(pilot.lastRow().contains("A run of list.csv isn't finished. Esc g goes on at row 311."),
        pilot.lastRow());
  }
}
