package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.care.BackupRow;
import dev.chatstream.core.care.ChangeRow;
import dev.chatstream.core.care.FindingRow;
import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Grade;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.care.KeptBackups;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.StoreFigures;
import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.testing.GoldenScreen;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person sees, in full, at four sizes.
class GoldenScreensTest {

  private static final String QUESTION = "How do I cut the start-up time of a Java program in an SSH session?";
  private static final String ANSWER =
      "Three steps, in this order:\n\n1. Measure the start-up time, cold and warm.\n2. Cut the slow part: class loading "
          + "first.\n3. Write a test that fails when it gets slow again.\n\n  java -XX:AOTCache=app.aot -jar app.jar\n";
  private static final int[][] SIZES = {{40, 10}, {80, 24}, {120, 40}, {200, 50}};

  @TempDir
  private Path home;

  private static final Map<String, BiFunction<Pilot, Path, Pilot>> SCENES = new TreeMap<>();

  static {
    SCENES.put("empty-chat", (pilot, home) -> pilot);
    SCENES.put("no-server", (pilot, home) -> pilot);
    SCENES.put("model-menu", (pilot, home) -> pilot.press("Esc m, Tab"));
    SCENES.put("delete-model", (pilot, home) -> pilot.press("Esc m, Tab, d"));
    SCENES.put("pulling", (pilot, home) -> pilot.on(pulls()).press("Esc m"));
    SCENES.put("loading", (pilot, home) -> pilot.on(inMemory()).ask("How?").pass(12));
    SCENES.put("stalled", (pilot, home) -> pilot.ask("How?").says("Like").pass(32));
    SCENES.put("at-rest", (pilot, home) -> pilot.exchange("q", "a").on(inMemory(resident())));
    SCENES.put("context", (pilot, home) -> pilot.exchange("q", "a").press("Esc W"));
    SCENES.put("leave-out", (pilot, home) -> pilot.exchange("q", "a").press("Esc W, c").type(" "));
    SCENES.put("summary", (pilot, home) -> pilot.exchange("q", "a").exchange("r", "b").press("Esc W, o")
        .on(new Event.Summarised(summed(pilot), "They asked q and got a.", "")));
    SCENES.put("host-names", (pilot, home) -> pilot.press("Esc m, Tab, h, Tab, Tab"));
    SCENES.put("host-refused", (pilot, home) -> pilot.press("Esc m, Tab, h").type("gpu-box")
        .serverAnswers(
            new Event.ServerSilent("gpu-box:11434", new ModelError.Unreachable("gpu-box:11434", "unknown host")))
        .press("Enter"));
    SCENES.put("engine", (pilot, home) -> pilot.on(new Event.ActionTriggered(Action.ENGINE))
        .on(new Event.EngineProgressed(new EngineStage.Downloading(41_000_000, 98_362_432, 130))));
    SCENES.put("streaming", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").pass(2)
        .says("The start-up time fell ", "from 480 to 97 ms. ", "It was measured on").pass(4).type("And add a line"));
    SCENES.put("queued", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").says("The start-up")
        .ask("And add a line on how to measure."));
    SCENES.put("stopped", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").says("The start-up")
        .press("^C"));
    SCENES.put("trouble", (pilot, home) -> talk(pilot).ask("Write the release notes for it.")
        .breaks(new ModelError.Unreachable("localhost:11434", "connection refused")));
    SCENES.put("wide-text",
        (pilot, home) -> pilot.exchange("日本語は？ 👩‍🚀 e\u0301", "答えは「はい」です。 ".repeat(9) + "🇨🇭 ✓ done"));
    SCENES.put("scrolled", (pilot, home) -> talk(talk(talk(pilot))).press("PgUp, Tab"));
    SCENES.put("thinking", (pilot, home) -> talk(pilot).ask("Write the release notes for it.")
        .thinks("The person wants notes.\n", "So: what changed, ", "and how it was measured.").pass(7));
    SCENES.put("thought", (pilot, home) -> talk(pilot).ask("Write the release notes for it.")
        .thinks("The person wants notes.\nSo: what changed.").pass(7).says("It starts faster.").ends().press("Esc v"));
    SCENES.put("selected-block", (pilot, home) -> talk(pilot).press("Tab, (, ("));
    SCENES.put("cut-code", (pilot, home) -> pilot.exchange("Show it.",
        "As a line:\n\n```sh\njava " + "-XX:AOTCache=app.aot ".repeat(12) + "-jar app.jar\nls\n```\n")
        .press("Tab, s, Right, Down, Right"));
    SCENES.put("models", (pilot, home) -> pilot.press("Esc m"));
    SCENES.put("chats",
        (pilot, home) -> damaged(saved(pilot), home).exchange("Another?", "Yes.").writtenAt(Pilot.START).press("^O"));
    SCENES.put("append-to", (pilot, home) -> saved(pilot).exchange("Another?", "Yes.").press("^G"));
    SCENES.put("to-tasks", (pilot, home) -> listed(pilot).press("^T").type("rel"));
    SCENES.put("to-tasks-items", (pilot, home) -> listed(pilot).press("^T, Tab, Right, Right, Tab, Right, Tab, Space"));
    SCENES.put("to-tasks-edit", (pilot, home) -> listed(pilot).press("^T, Shift-Tab, e"));
    SCENES.put("to-tasks-made", (pilot, home) -> made(listed(pilot).on(new Event.ActionTriggered(Action.MAKE_TASKS))));
    SCENES.put("categories", (pilot, home) -> listed(pilot).press("F5, v"));
    SCENES.put("made-rows", (pilot, home) -> listed(pilot).press("Tab, Enter, l"));
    SCENES.put("marked", (pilot, home) -> talk(pilot).press("Tab, Space"));
    SCENES.put("lists", (pilot, home) -> listed(pilot).writtenAt(Pilot.START).press("F5"));
    SCENES.put("tasks", (pilot, home) -> listed(pilot).writtenAt(Pilot.START).press("F5, Enter"));
    SCENES.put("table", (pilot, home) -> table(pilot, home).press("Down, Space, Space"));
    SCENES.put("table-edited", (pilot, home) -> table(pilot, home)
        .press("p, s, Down, x, u, a").type("Write the release notes").press("Enter, K"));
    SCENES.put("table-filter", (pilot, home) -> table(pilot, home).press("f").type("status:open pri").press("Tab")
        .type("A").press("Enter, *"));
    SCENES.put("table-filter-wrong", (pilot, home) -> table(pilot, home).press("f").type("status:opne"));
    SCENES.put("table-groups", (pilot, home) -> table(pilot, home).press("O").press("Down, Down, Down, Down, Enter"));
    SCENES.put("table-sort", (pilot, home) -> table(pilot, home).press("o"));
    SCENES.put("table-record", (pilot, home) -> table(pilot, home).press("Down, Enter"));
    SCENES.put("doubles-append", (pilot, home) -> listed(pilot)
        .exchange(QUESTION.toUpperCase(Locale.ROOT), "Measured with hyperfine.")
        .exchange(QUESTION.replace("SSH session", "SSH session of mine"), "No.").press("^T, Enter"));
    SCENES.put("doubles", (pilot, home) -> twice(pilot, home).type("/doubles").press("Enter, Tab, Enter"));
    SCENES.put("doubles-pick", (pilot, home) -> twice(pilot, home).type("/doubles").press("Enter"));
    SCENES.put("name-refused", (pilot, home) -> talk(pilot).press("^S, ^U").type("con").press("Enter"));
    SCENES.put("overflow", (pilot, home) -> talk(pilot).paste("x".repeat(23_500)).press("Enter"));
    SCENES.put("unsaved", (pilot, home) -> unsaved(pilot).press("^Q"));
    SCENES.put("save-points", (pilot, home) -> talk(pilot).press("^S").type("!").press("Enter, ^S").press("Esc h"));
    SCENES.put("clash", (pilot, home) -> clash(pilot));
    SCENES.put("gone", (pilot, home) -> talk(pilot).press("^S, ^U").type("Release plan").press("Enter").on(
        new Event.ChatGone(pilot.state().chat().chat().id(), "release-plan.json", 1, "plan.json", true)));
    SCENES.put("damaged", (pilot, home) -> damaged(pilot, home).press("^O, Enter"));
    SCENES.put("damaged-copy", (pilot, home) -> damaged(pilot, home)
        .on(new Event.CopyFound("chats/old.json", Pilot.START.minusSeconds(86_400))));
    SCENES.put("commands", (pilot, home) -> pilot.type("/sa"));
    SCENES.put("key-menu", (pilot, home) -> talk(pilot).press("Esc"));
    SCENES.put("help", (pilot, home) -> pilot.press("F1"));
    SCENES.put("themes", (pilot, home) -> pilot.press("Esc ,, Enter"));
    SCENES.put("settings", (pilot, home) -> pilot.press("Esc ,, Down, Down"));
    SCENES.put("doctor", (pilot, home) -> pilot.careAnswers(Command.Examine.class, found())
        .careAnswers(Command.Examine.class, new CareEvent.JobEnded(JobKind.LOOK, Phrase.NONE, false)).press("Esc D"));
    SCENES.put("doctor-works", (pilot, home) -> pilot.press("Esc D").on(new CareEvent.JobProgressed(
        new Job(JobKind.LOOK, "Checking", 412_000_000, 981_000_000, 12, false))));
    SCENES.put("backups", (pilot, home) -> pilot.careAnswers(Command.ReadBackups.class, kept()).press("Esc R"));
    SCENES.put("backing-up", (pilot, home) -> pilot.careAnswers(Command.ReadBackups.class, kept()).press("Esc B")
        .on(new CareEvent.JobProgressed(new Job(JobKind.BACKUP, "Copying", 41_000_000, 98_400_000, 9, false))));
    SCENES.put("restoring", (pilot, home) -> pilot.careAnswers(Command.ReadBackups.class, kept())
        .careAnswers(Command.PlanRestore.class, new CareEvent.RestorePlanned(preview()))
        .careAnswers(Command.PlanRestore.class, new CareEvent.JobEnded(JobKind.PLAN, Phrase.NONE, false))
        .press("Esc R, Enter"));
    SCENES.put("trash", (pilot, home) -> pilot.careAnswers(Command.ReadTrash.class, trashed()).press("Esc T"));
    SCENES.put("trash-empty", (pilot, home) -> pilot.careAnswers(Command.ReadTrash.class, trashed()).press("Esc T, e"));
    SCENES.put("deleted",
        (pilot, home) -> saved(pilot).exchange("Another?", "Yes.").writtenAt(Pilot.START)
            .press("^N, ^O, Down, Delete"));
    SCENES.put("found", (pilot, home) -> talk(pilot).press("^S, Enter").writtenAt(Pilot.START)
        .press("^O").type("the"));
    SCENES.put("palette", (pilot, home) -> talk(pilot).writtenAt(Pilot.START).press("^P").type("con"));
    SCENES.put("name-draft", (pilot, home) -> talk(pilot).writtenAt(Pilot.START).press("^N, ^O, Tab, n"));
    SCENES.put("unsaved-lists", (pilot, home) -> unsaved(listed(pilot)).writtenAt(Pilot.START).press("F5"));
    SCENES.put("unsaved-picker", (pilot, home) -> unsaved(pilot).press("^P"));
    SCENES.put("elsewhere", (pilot, home) -> unsaved(pilot).press("^Q, s, ^U").type("/else/chat.json"));
    SCENES.put("performance", (pilot, home) -> pilot.press("Esc P").on(new CareEvent.FiguresRead(figures())));
    SCENES.put("log", (pilot, home) -> logged(pilot).press("F8"));
    SCENES.put("log-filter", (pilot, home) -> logged(pilot).press("F8, 5, /").type("row"));
    SCENES.put("log-record", (pilot, home) -> logged(pilot).press("F8, Up, Enter"));
  }

  private static Pilot talk(Pilot pilot) {
    return pilot.exchange(QUESTION, ANSWER);
  }

  /// A message that an editor changed, and that this window has otherwise by now.
  private static Pilot clash(Pilot pilot) {
    talk(pilot).press("^S, ^U").type("Release plan").press("Enter");
    Message ours = pilot.state().chat().chat().conversation().getLast();
    String edited = ANSWER.replace("class loading first", "what loads the classes")
        .replace("3. Write a test", "3. Say so in the notes.\n4. Write a test");
    Message theirs = Message.fromModel(
        ours.id(), ours.parent().orElseThrow(), edited, "", ours.model(), Map.of(), ours.state(), ours.metrics(),
        ours.created());
    Message other = Message.fromUser(ours.parent().orElseThrow(), Optional.empty(), QUESTION, ours.created());
    return pilot.on(new Event.ChatClashed(
        pilot.state().chat().chat().id(), "release-plan.json", 1,
        List.of(new Clash(ours, theirs), new Clash(other, other)), true));
  }

  private static Pilot saved(Pilot pilot) {
    return talk(pilot).press("^S, ^U").type("Release plan").press("Enter, ^N").pass(60).writtenAt(Pilot.START);
  }

  private static Pilot listed(Pilot pilot) {
    return talk(pilot).press("^T").type("release").press("Enter, ^T").type("interview questions").press("Down, Enter");
  }

  private static Pilot table(Pilot pilot, Path home) {
    try {
      Files.writeString(home.resolve("task_lists/release.csv"),
          """
              index,id,content,status,priority,tags,due,source,estimate
              12,id-12,"Measure the start-up time, cold and warm",todo,A,speed,2026-12-01,,3 h
              13,id-13,"Cut the slow part: class loading first, and whatever else it is that takes so long",doing,A,"speed x",,,
              14,id-14,"計測する: 起動時間 🎉 and a second line
              that is here",done,B,,,,
              17,id-17,Summarise the issue on emoji,failed,B,,,,1 h
              18,id-18,Pin the version,todo,,,,,
              """);
      return pilot.writtenAt(Pilot.START).press("F5, Enter");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A model has found tasks, but not all.
  private static Pilot made(Pilot pilot) {
    return pilot.on(new TalkEvent.TasksMade(
        pilot.state().talk().asked(), List.of("Measure the start-up time.", "Write a test."),
        "The model's answer was cut short; these tasks came whole."));
  }

  private static Pilot logged(Pilot pilot) {
    return pilot.log(LogLevel.INFO, "Turns", "turn 11 done, 212 tok").pass(3)
        .log(LogLevel.DEBUG, "StoreWorker", "row 12 in 3 ms").pass(4)
        .log(LogLevel.WARN, "Run", "row 310: \u001b[31mtimeout\u001b[0m, retry").pass(1)
        .log(LogLevel.ERROR, "Run", "row 311: lost\nwith a second line");
  }

  private static Pilot unsaved(Pilot pilot) {
    return pilot.diskFails(new StoreFailure.DiskFull("chats/a.json")).exchange("Anything?", "Nothing.");
  }

  private static Event found() {
    return new CareEvent.LibraryExamined(new Findings(Pilot.START, List.of(
        new FindingRow(Grade.DAMAGE, "chats/old.json", "cut off in the middle, 41 of 44 messages can be read",
            "put the 41 messages and 3 of the backup of yesterday together, the damaged file goes to the quarantine"),
        new FindingRow(Grade.WARNING, "task_lists/release.csv", "the index 14 stands there twice", ""),
        new FindingRow(Grade.WARNING, "chats", "others may read it", "make it 0700"),
        new FindingRow(Grade.INFO, ".store/locks", "3 locks of processes that are gone", "")),
        List.of("chats/a.json: mended from the backup of 2026-11-22 20:45")));
  }

  private static Event kept() {
    return new CareEvent.BackupsRead(new KeptBackups(List.of(
        new BackupRow("b3", Pilot.START.minusSeconds(3_600), 10_012, 98_400_000, ""),
        new BackupRow("b2", Pilot.START.minusSeconds(90_000), 9_998, 97_100_000, ""),
        new BackupRow("b1", Pilot.START.minusSeconds(180_000), 0, 0, "its manifest can't be read")), true));
  }

  private static RestorePreview preview() {
    return new RestorePreview("b3", Pilot.START.minusSeconds(3_600), List.of(
        new ChangeRow("chats/release-plan.json", ChangeRow.Kind.REPLACED, "2 messages come back, 1 goes"),
        new ChangeRow("chats/lanterna-notes.json", ChangeRow.Kind.ADDED, "40 messages"),
        new ChangeRow("task_lists/ideas.csv", ChangeRow.Kind.REFUSED, "it is a link now"),
        new ChangeRow("task_lists/same.csv", ChangeRow.Kind.SAME, "")), 3);
  }

  private static Pilot twice(Pilot pilot, Path home) {
    try {
      Files.writeString(home.resolve("task_lists/release.csv"), """
          index,content,status,tags
          1,"Measure the start-up time, cold and warm",todo,tests
          2,Pin the version,todo,
          3,"Measure the start-up time, warm and cold",done,speed
          4,PIN THE VERSION!,todo,build
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pilot;
  }

  private static Event trashed() {
    return new CareEvent.TrashRead(List.of(
        new TrashRow("2", "chats/release-plan.json", Pilot.START.minusSeconds(60), "deleted", 4_096, ""),
        new TrashRow("1", "task_lists/ideas.csv", Pilot.START.minusSeconds(90_000), "replaced by a restore", 812, "")));
  }

  private static StoreFigures figures() {
    List<Long> times = LongStream.range(0, 64).map(i -> 800_000 + i * i * i * 90 % 7_000_000).boxed().toList();
    return new StoreFigures(
        Pilot.START,
        64,
        List.of(
            new TimingFigures(Timing.FSYNC, 1_204, 842_000, 4_130_000, 14_300_000, times),
            new TimingFigures(Timing.APPEND, 12, 1_100_000, 5_600_000, 5_600_000, times.subList(0, 12)),
            new TimingFigures(Timing.REPLACE, 3, 8_100_000, 1_340_000_000, 1_340_000_000, times.subList(9, 12)),
            new TimingFigures(Timing.JOURNAL_LAG, 0, 0, 0, 0, List.of())),
        List.of(
            new FolderSize("chats", 10_000, 98_400_000),
            new FolderSize(".store/quarantine", 1, 812),
            new FolderSize(".store/trash", 0, 0)),
        83_800_000_000L);
  }

  private static Pilot damaged(Pilot pilot, Path home) {
    try {
      Files.writeString(home.resolve("chats/old.json"),
          "{\"schema\":2,\"conversation\":[{\"role\":\"user\",\"content\":\"" + QUESTION + "\"},{\"ro");
      Files.setLastModifiedTime(home.resolve("chats/old.json"), FileTime.from(Pilot.START.minusSeconds(86_400)));
      return pilot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> screens() {
    return SCENES.keySet().stream()
        .flatMap(name -> Stream.of(SIZES).map(size -> Arguments.of(name, size[0], size[1])));
  }

  private Pilot pilot(int columns, int rows) {
    ModelInfo embedding =
        new ModelInfo("nomic-embed-text", 270_000_000, 137_000_000, "137M", "F16", "bert", Set.of("embedding"), 2048);
    return Pilot.start(
        columns,
        rows,
        home,
        Pilot.model("qwen3:8b", "8.2B", 8.2),
        Pilot.model("gemma3:27b", "27.4B", 27.4),
        Pilot.model("llama3.2:3b", "3.2B", 3.2),
        embedding);
  }

  @ParameterizedTest(name = "{0} {1}x{2}")
  @MethodSource("screens")
  void looksAsItDid(String name, int columns, int rows) {
    Pilot started = name.equals("no-server") ? Pilot.start(columns, rows, home, Pilot.SILENCE) : pilot(columns, rows);
    Pilot pilot = SCENES.get(name).apply(started, home);
    GoldenScreen.check(name + "." + columns + "x" + rows, pilot);
    String before = pilot.screen();
    pilot.on(new Event.ActionTriggered(Action.REDRAW));
    assertEquals(before, pilot.screen(), "drawn anew it looks different");
  }

  @Test
  void aScreenTooSmallSaysSoAndComesBack() {
    Pilot pilot = talk(pilot(80, 24));
    String before = pilot.screen();
    GoldenScreen.check("too-small.38x9", pilot.resize(38, 9));
    GoldenScreen.check("too-small-dialog.38x9", pilot.resize(80, 24).press("^O").resize(38, 9));
    pilot.resize(80, 24).press("Esc");
    assertEquals(before, pilot.screen());
  }

  private static Event pulls() {
    return new Event.PullsChanged(List.of(
        new Pull("phi4-mini:3.8b", Pull.Stage.RUNNING, "pulling", 1_050_000_000L, 2_500_000_000L, 11_000_000, 130, 0),
        Pull.queued("gemma3:4b", 0, 0),
        new Pull("qwen3:30b", Pull.Stage.FAILED, "Connection lost.", 990, 1000, 0, -1, 0)));
  }

  private static Event inMemory(LoadedModel... models) {
    return new Event.LoadedRead(List.of(models), Optional.empty());
  }

  private static LoadedModel resident() {
    return new LoadedModel("qwen3:8b", 6_100_000_000L, 0, Optional.of(Pilot.START.plusSeconds(300)), 8192);
  }

  private static List<UUID> summed(Pilot pilot) {
    return ((Dialog.Summary) pilot.state().dialog().orElseThrow()).messages();
  }
}
