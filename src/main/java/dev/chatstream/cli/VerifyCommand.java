package dev.chatstream.cli;

import dev.chatstream.care.verify.Verifier;
import dev.chatstream.care.verify.VerifyReport;
import dev.chatstream.care.work.Care;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks all that is kept.
@Command(
    name = "verify",
    description = "Check that each chat and list can be read, and each backup is what its manifest says. "
        + "Changes nothing; exit code 4 when something is damaged.")
final class VerifyCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Care care = session.careToRead();
    VerifyReport report = LongJob.run(new Verifier(care)::all);
    Output out = session.output();
    FindingLines.print(out, report.findings(), json);
    int code = out.end();
    int worst = FindingLines.exitCode(report.findings());
    Streams.say(
        "Checked " + Sizes.count(report.files(), "file") + ", " + Sizes.words(report.bytes()) + ", of the library and "
            + Sizes.count(report.backups(), "backup")
            + (worst == ExitCode.DAMAGE ? ": damage was found." : ": no damage."));
    return code == ExitCode.DONE ? worst : code;
  }
}
