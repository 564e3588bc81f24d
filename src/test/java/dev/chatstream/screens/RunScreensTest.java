package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunOffers;
import dev.chatstream.core.run.RunParameters;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRow;
import dev.chatstream.core.run.RunView;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.core.run.ServerModels;
import dev.chatstream.testing.Pilot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a task list on the screen: its form, and its window.
class RunScreensTest {

  private static final RunForm FORM = new RunForm(
      new RunOffers(List.of("list.csv"), List.of("index", "content"), List.of("qwen3:8b", "phi4"), List.of("laptop")),
      Map.of(RunField.LIST, "list.csv", RunField.MODEL, "qwen3:8b", RunField.PROMPT, "{{content}}", RunField.ROWS,
          "status:open", RunField.PARALLEL, "2"),
      new RunForm.Preview(204, 1, List.of("#1  Translate: cat"), "", true, RunForm.Trial.NONE));
  private static final ServerModels SERVER = new ServerModels("qwen3:8b", List.of("qwen3:8b"));

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
    assertTrue(pilot.asked(new RunCommand.OpenRun(SERVER)));
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
  void modelsParametersServersAndLimitsAreTypedAndChecked() {
    pilot.on(new RunEvent.FormKnown(FORM, true)).press("Up, Enter");
    pilot.type("qwen3:8b,").press("Tab, Tab, Enter");
    assertTrue(pilot.screen().contains("models        qwen3:8b, phi4"), pilot.screen());
    pilot.press("Down, Down, Down, Enter").type("temperature=9").press("Enter");
    assertTrue(pilot.screen().contains("temperature is a number from 0 to 5, not \"9\"."), pilot.screen());
    pilot.press("^U").type("temperature=0.2 stop=a b num_ctx=4096").press("Enter");
    pilot.press("Down, Down, Enter, Tab, Enter");
    pilot.press("Down, Down, Enter").type("many").press("Enter");
    assertTrue(pilot.screen().contains("A whole number of tokens"), pilot.screen());
    pilot.press("^U").type("5000").press("Enter, Down, Enter").type("8h").press("Enter");
    RunForm form = pilot.state().runs().form().orElseThrow();
    assertEquals(List.of("qwen3:8b", "phi4"), form.models());
    assertEquals("temperature=0.2 num_ctx=4096 stop=a b", RunParameters.text(form.settings()));
    assertEquals(List.of("laptop"), form.hosts());
    assertEquals(new RunLimits(5000, Optional.of(Duration.ofHours(8)), RunLimits.NONE.stall()), form.limits());
  }

  @Test
  void rowsLeaveThisMachineOnlyAfterAWord() {
    RunEvent.SendingAsked asked = new RunEvent.SendingAsked(List.of("laptop at http://10.0.0.7:11434"), false);
    pilot.on(new RunEvent.FormKnown(FORM, true)).on(asked);
    assertTrue(pilot.screen().contains("204 rows of list.csv go"), pilot.screen());
    pilot.press("Esc").press("t");
    assertTrue(pilot.asked(new RunCommand.TryRow(FORM)), "the form is as it was");
    pilot.on(asked).press("s");
    assertTrue(pilot.asked(new RunCommand.AllowSending(asked.where())));
    assertTrue(pilot.asked(new RunCommand.StartRun(FORM)));
  }

  @Test
  void aRunIsBegunOnceHoweverOftenTheKeyIsPressed() {
    RunForm tried = FORM.with(FORM.preview().with(new RunForm.Trial(false, 2000, "le chat")));
    pilot.on(new RunEvent.FormKnown(tried, true)).press("s, s, s");
    assertEquals(1, pilot.asked(RunCommand.StartRun.class));
    pilot.on(new RunEvent.FormKnown(tried.with(tried.preview().possible("phi4 isn't on laptop.", true)), false));
    assertTrue(pilot.screen().contains("phi4 isn't on laptop."), pilot.screen());
  }

  @Test
  void helpListsTheKeysOfTheRun() {
    pilot.on(new RunEvent.RunSeen(view(RunPhase.RUNNING, ""), true)).press("F1");
    assertTrue(pilot.screen().contains("pause, go on"), pilot.screen());
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
