package dev.chatstream.cli;

import dev.chatstream.care.backup.Backup;
import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.FileChange;
import dev.chatstream.care.backup.FileChange.Kind;
import dev.chatstream.care.backup.RestorePlan;
import dev.chatstream.care.backup.RestoreReport;
import dev.chatstream.care.backup.Restores;
import dev.chatstream.care.work.Care;
import dev.chatstream.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts files back as a backup has them.
@Command(
    name = "restore",
    description = "Show what a backup would bring back; with --apply do it. A backup of how it is now comes first, "
        + "and what is replaced goes to the trash.")
final class RestoreCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TIME",
      description = "latest (default), or the beginning of a time that --list shows")
  private String time = "latest";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "only these, such as plan.json")
  private List<String> files = List.of();

  @Option(names = "--apply", description = "do it")
  private boolean apply;

  @Option(names = "--list", description = "list the times that can be restored: name, files, bytes, what is wrong")
  private boolean list;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return list ? list() : restore();
  }

  private int list() {
    try {
      Output out = session.output();
      for (Backup backup : new Backups(session.careToRead()).list()) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", backup.name());
        fields.put("files", String.valueOf(backup.files()));
        fields.put("bytes", String.valueOf(backup.bytes()));
        fields.put("problem", backup.problem());
        out.entry(fields, json);
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private int restore() {
    Care care = apply ? session.careToWrite() : session.careToRead();
    Restores restores = new Restores(care);
    RestorePlan plan = LongJob.run(listener -> restores.plan(time, files, listener));
    Output out = session.output();
    if (!apply) {
      return preview(plan, out);
    }
    RestoreReport report = LongJob.run(listener -> restores.apply(plan, listener));
    report.done().forEach(change -> out.entry(fields(change), json));
    int code = out.end();
    report.left().forEach(finding -> Streams.say("Left: " + finding.where() + ": " + finding.what() + "."));
    tellDamaged(plan);
    report.before().ifPresent(before -> Streams.say("How it was is the backup " + before.made().name() + "."));
    Streams.say("Restored " + Sizes.count(report.done().size(), "file") + " from " + plan.from().name()
        + "; what was replaced is in the trash: " + report.replaced().size() + ".");
    return report.left().isEmpty() ? worst(plan, code) : ExitCode.FAILED;
  }

  private int preview(RestorePlan plan, Output out) {
    List<FileChange> told = plan.changes().stream().filter(change -> change.kind() != Kind.SAME).toList();
    told.forEach(change -> out.entry(fields(change), json));
    int code = out.end();
    long same = plan.changes().stream().filter(change -> change.kind() == Kind.SAME).count();
    Streams.say("From " + plan.from().name() + "; the same: " + Sizes.count(same, "file")
        + (plan.onlyHere() == 0 ? "." : "; only here, and stays: " + Sizes.count(plan.onlyHere(), "file") + "."));
    Streams.say(plan.changesAnything()
        ? "Nothing was changed. With --apply it is done."
        : "There is nothing to restore.");
    return worst(plan, code);
  }

  private static void tellDamaged(RestorePlan plan) {
    plan.changes().stream()
        .filter(change -> change.kind() == Kind.DAMAGED)
        .forEach(change -> Streams.say("Left: " + change.file().relative() + ": " + change.difference() + "."));
  }

  private static int worst(RestorePlan plan, int code) {
    boolean damaged = plan.changes().stream().anyMatch(change -> change.kind() == Kind.DAMAGED);
    return code == ExitCode.DONE && damaged ? ExitCode.DAMAGE : code;
  }

  private static Map<String, String> fields(FileChange change) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("change", change.kind().word());
    fields.put("file", change.file().relative());
    fields.put("difference", change.difference());
    return fields;
  }
}
