package dev.chatstream.cli;

import dev.chatstream.app.KeyFiles;
import dev.chatstream.care.doctor.Doctor;
import dev.chatstream.care.doctor.DoctorReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Finds what is wrong, and mends it when it is told to.
@Command(
    name = "doctor",
    description = "Look at everything in the data root: what is wrong, where, how bad it is, what --fix would do. "
        + "Exit code 0 when nothing is damaged, 4 when something is.")
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--fix",
      description = "mend what can be mended; a backup is made first, and what is damaged goes to .store/quarantine")
  private boolean fix;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--terminal",
      description = "look at the terminal instead: what it can do, in words, for a bug report")
  private boolean terminal;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (terminal) {
      if (fix || json) {
        throw new Failed(ExitCode.USAGE, "--terminal goes alone: there is nothing to mend, and it is words.");
      }
      return new TerminalDoctor(session.environment(), session.output()).look();
    }
    Doctor doctor = new Doctor(fix ? session.careToWrite() : session.careToRead(), KeyFiles::mistakes);
    DoctorReport report = LongJob.run(fix ? doctor::fix : doctor::look);
    for (DoctorReport.Fixed fixed : report.fixed()) {
      Streams.say((fixed.mended() ? "Mended: " : "NOT mended: ") + fixed.finding().where() + ": " + fixed.done()
          + ".");
    }
    Output out = session.output();
    FindingLines.print(out, report.findings(), json);
    int code = out.end();
    long mendable = report.findings().stream().filter(finding -> !finding.fix().isEmpty()).count();
    boolean failed = report.fixed().stream().anyMatch(fixed -> !fixed.mended());
    Streams.say(summary(report, mendable));
    if (code != ExitCode.DONE) {
      return code;
    }
    int worst = FindingLines.exitCode(report.findings());
    return worst == ExitCode.DONE && failed ? ExitCode.FAILED : worst;
  }

  private String summary(DoctorReport report, long mendable) {
    if (report.findings().isEmpty()) {
      return fix ? "All is well now." : "All is well.";
    }
    String found = "Findings: " + report.findings().size() + ".";
    return mendable == 0 || fix ? found : found + " Nothing was changed; --fix would mend " + mendable + ".";
  }
}
