package dev.chatstream.faults;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.faults.Deed.Step;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What is written while a list runs through a model: its rows as they were, then one record for what was begun and one
/// for what was answered, each on the disk before the next thing is done.
final class RunDeeds {

  private static final int ROWS = 3;

  private RunDeeds() {}

  static List<Deed> all() {
    Step made = RunDeeds::make;
    Step begun = made.then(day -> append(day, began(day, 0)));
    Step answered = begun.then(day -> append(day, done(day, 0), began(day, 1)));
    Step nextSitting = answered.then(day -> day.answers.close()).then(day -> day.answers = day.run.write());
    Step torn =
        answered.then(day -> day.answers.close()).then(RunDeeds::tear).then(day -> day.answers = day.run.write());
    return List.of(
        new Deed("plan a run", day -> {}, made),
        new Deed("begin the first row of a run", made, day -> append(day, began(day, 0))),
        new Deed("answer rows of a run", answered, day -> append(day, done(day, 1), began(day, 2))),
        new Deed("go on with a run", nextSitting, day -> append(day, done(day, 1))),
        new Deed("go on with a run that was torn", torn, day -> append(day, done(day, 1))));
  }

  private static void make(Day day) throws StoreException {
    RunPlan plan =
        new RunPlan("", day.now, "new.csv", PromptTemplate.CONTENT, "", 0, List.of("m"), ChatSettings.NONE, 1,
            List.of("here"), RunLimits.NONE);
    day.run = day.runs.create(plan, out -> {
      for (int row = 0; row < ROWS; row++) {
        out.row(new FrozenRow(row + 1, "id-" + row, "hash", "prompt " + row + "x".repeat(700 * row), ""));
      }
      return ROWS;
    });
    day.answers = day.run.write();
  }

  private static RunRecord began(Day day, int job) {
    return new RunRecord.Began(job, 1, day.now);
  }

  private static RunRecord done(Day day, int job) {
    return new RunRecord.Done(job, 1, "answer " + job + "y".repeat(700 * job), 1, 1, 1, day.now);
  }

  private static void append(Day day, RunRecord... records) throws StoreException {
    day.answers.append(List.of(records));
  }

  /// What a kill in the middle of a write leaves.
  private static void tear(Day day) throws IOException {
    Path folder = day.root.runs().resolve(day.run.plan().id());
    Files.writeString(folder.resolve("journal-0001.jsonl"), "{\"crc\":\"00000000\",\"rec" + View.TORN,
        StandardOpenOption.APPEND);
  }
}
