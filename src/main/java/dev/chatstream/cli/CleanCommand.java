package dev.chatstream.cli;

import dev.chatstream.care.clean.CleanPlan;
import dev.chatstream.care.clean.CleanReport;
import dev.chatstream.care.clean.Cleaner;
import dev.chatstream.care.clean.Leftover;
import dev.chatstream.care.doctor.Permissions;
import dev.chatstream.care.work.Care;
import dev.chatstream.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes room.
@Command(
    name = "clean",
    description = "Show what nobody needs any more (kind, file, bytes, why); with --apply remove it.")
final class CleanCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--apply", description = "do it")
  private boolean apply;

  @Option(
      names = "--permissions",
      description = "look at the rights of files and folders instead; with --apply mend them (0600 and 0700)")
  private boolean permissions;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  CleanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Care care = apply ? session.careToWrite() : session.careToRead();
    try {
      return permissions ? permissions(new Permissions(care)) : clean(new Cleaner(care));
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private int clean(Cleaner cleaner) {
    CleanPlan plan = LongJob.run(cleaner::plan);
    Output out = session.output();
    plan.leftovers().forEach(leftover -> out.entry(fields(leftover), json));
    int code = out.end();
    if (!apply) {
      Streams.say(plan.leftovers().isEmpty()
          ? "There is nothing to remove."
          : "Nothing was changed. With --apply it frees " + Sizes.words(plan.bytes()) + ".");
      return code;
    }
    CleanReport report = LongJob.run(listener -> cleaner.apply(plan, listener));
    report.left().forEach(finding -> Streams.say("Left: " + finding.where() + ": " + finding.what() + "."));
    Streams.say("Removed " + report.removed() + ", " + Sizes.words(report.bytes()) + ".");
    return report.left().isEmpty() ? code : ExitCode.FAILED;
  }

  private int permissions(Permissions rights) throws StoreException {
    Output out = session.output();
    FindingLines.print(out, rights.look(), json);
    int code = out.end();
    Streams.say(apply
        ? "Mended: " + rights.repair() + "."
        : "Nothing was changed. With --apply they are mended.");
    return code;
  }

  private static Map<String, String> fields(Leftover leftover) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", leftover.kind());
    fields.put("file", leftover.where());
    fields.put("bytes", String.valueOf(leftover.bytes()));
    fields.put("why", leftover.why());
    return fields;
  }
}
