package dev.chatstream.cli;

import dev.chatstream.care.backup.BackupReport;
import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.work.Care;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a backup and prints its name.
@Command(
    name = "backup",
    description = "Make a backup of chats, lists and settings in .store/backups; prints its name. "
        + "What didn't change is shared with the backup before.")
final class BackupCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Care care = session.careToWrite();
    BackupReport report = LongJob.run(new Backups(care)::make);
    Output out = session.output();
    out.line(json ? JsonLine.of(fields(report)) : report.made().name());
    report.leftOut().forEach(finding -> Streams.say("Left out: " + finding.where() + ": " + finding.what() + "."));
    Streams.say(Sizes.count(report.made().files(), "file") + ": " + report.copied() + " copied ("
        + Sizes.words(report.written())
        + "), " + report.linked() + " shared with the backup before.");
    if (!report.removed().isEmpty()) {
      Streams.say("Old backups removed: " + report.removed().size() + ".");
    }
    int code = out.end();
    return report.leftOut().isEmpty() ? code : ExitCode.FAILED;
  }

  private static Map<String, String> fields(BackupReport report) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", report.made().name());
    fields.put("files", String.valueOf(report.made().files()));
    fields.put("bytes", String.valueOf(report.made().bytes()));
    fields.put("copied", String.valueOf(report.copied()));
    fields.put("linked", String.valueOf(report.linked()));
    fields.put("written", String.valueOf(report.written()));
    fields.put("left_out", String.valueOf(report.leftOut().size()));
    fields.put("removed", String.valueOf(report.removed().size()));
    return fields;
  }
}
