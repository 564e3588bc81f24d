package dev.chatstream.cli;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Importer;
import dev.chatstream.store.convert.Outcome;
import dev.chatstream.store.convert.ReportLine;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `import` and `migrate` have in common: the report of each row, the progress, the end.
final class ImportRun implements Watch {

  private static final int INTERRUPTED = 130;

  private final Output out;
  private final boolean json;
  private final boolean report;
  private final Stop stop;
  private final Progress progress;
  private boolean any;

  private ImportRun(Output out, boolean json, boolean report, Stop stop, String doing) {
    this.out = out;
    this.json = json;
    this.report = report;
    this.stop = stop;
    this.progress = new Progress(doing, System::nanoTime);
  }

  /// @param report whether each row is told, else only those that are doubtful are counted
  static int run(Session session, DataRoot root, Path file, Importer.Wish wish, boolean json, boolean report) {
    Output out = session.output();
    try (Stop stop = new Stop()) {
      ImportRun run = new ImportRun(out, json, report, stop, "Reading " + file.getFileName());
      if (json) {
        out.text("{\"rows\":[");
      }
      Outcome outcome = new Importer(root, InstantSource.system()).bringIn(file, wish, run);
      run.end(outcome);
      int code = out.end();
      return code != ExitCode.DONE || outcome.damage().isEmpty() ? code : ExitCode.DAMAGE;
    } catch (StoreException refused) {
      out.end();
      throw Session.failed(refused);
    } catch (Watch.Cancelled stopped) {
      throw new Failed(INTERRUPTED, "Stopped. Nothing was written.");
    }
  }

  @Override
  public void line(ReportLine line) {
    if (json) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("row", Long.toString(line.number()));
      fields.put("line", Long.toString(line.line()));
      fields.put("index", line.index());
      fields.put("role", line.role());
      fields.put("text", line.beginning());
      fields.put("read", line.certain() ? "certain" : "doubtful");
      fields.put("why", line.doubt());
      out.text((any ? ",\n" : "\n") + JsonLine.of(fields));
      any = true;
    } else if (report) {
      String read = line.certain() ? "certain" : "doubtful";
      String what = (line.index().isEmpty() ? "" : line.index() + ". ") + line.role() + ": " + line.beginning();
      out.row(line.certain()
          ? List.of(Long.toString(line.number()), read, what)
          : List.of(Long.toString(line.number()), read, what, line.doubt()));
    }
  }

  @Override
  public void progress(long done, long total) {
    if (stop.wanted()) {
      throw new Watch.Cancelled();
    }
    progress.at(done, total);
  }

  private void end(Outcome outcome) {
    if (json) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("source", outcome.source());
      fields.put("format", outcome.format());
      fields.put("count", Long.toString(outcome.rows()));
      fields.put("doubtful", Long.toString(outcome.doubtful()));
      fields.put("damage", outcome.damage());
      fields.put("file", outcome.place());
      fields.put("state", outcome.state().name().toLowerCase(Locale.ROOT));
      out.text("\n],\"outcome\":" + JsonLine.of(fields) + "}\n");
    } else if (!report && outcome.state() != Outcome.State.WOULD_MAKE) {
      out.line(outcome.place());
    }
    Streams.say(words(outcome));
  }

  /// What was found and done, in one or two sentences.
  static String words(Outcome outcome) {
    String rows = outcome.rows() + (outcome.chat() ? " message" : " row") + (outcome.rows() == 1 ? "" : "s");
    String doubtful = outcome.doubtful() == 0 ? "" : ", " + outcome.doubtful() + " doubtful";
    String damage = outcome.damage().isEmpty() ? "" : " It is damaged: " + outcome.damage() + ".";
    String done = switch (outcome.state()) {
      case WOULD_MAKE -> "Nothing was written; --apply makes " + outcome.place() + ".";
      case MADE -> "Made " + outcome.place() + ". The original was left as it is.";
      case THERE_ALREADY -> "It is there already, as " + outcome.place() + ".";
      case NOTHING_TO_DO -> "It is in today's format, so there is nothing to do.";
    };
    return outcome.source() + " (" + outcome.format() + "): " + rows + doubtful + "." + damage + " " + done;
  }
}
