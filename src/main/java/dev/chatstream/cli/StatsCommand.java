package dev.chatstream.cli;

import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.watch.FolderSizes;
import dev.chatstream.store.watch.StatsFile;
import dev.chatstream.store.watch.StatsJson;
import dev.chatstream.ui.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How much is kept where, and how long the disk took in the last runs of the screen.
@Command(
    name = "stats",
    description = "How much is kept where, and how long the disk took in the last runs of the screen (times since "
        + "the start of each run; count, median, 99th percentile, longest).")
final class StatsCommand implements Callable<Integer> {

  private static final int SHOWN_RUNS = 10;

  private final Session session;

  @Option(names = "--json", description = "one JSON document, with all runs that are kept; times in microseconds")
  private boolean json;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output out = session.output();
    DataRoot root = session.rootToRead();
    List<FolderSize> folders = FolderSizes.of(root);
    long free = root.folder().toFile().getUsableSpace();
    List<RunFigures> runs = new StatsFile(root).read();
    if (json) {
      return json(folders, free, runs, out);
    }
    for (FolderSize folder : folders) {
      out.row(List.of(folder.name(), Words.count(folder.files(), "file"), Words.bytes(folder.bytes())));
    }
    out.row(List.of("free disk", "", Words.bytes(free)));
    runs.subList(Math.max(0, runs.size() - SHOWN_RUNS), runs.size()).forEach(run -> print(run, out));
    return out.end();
  }

  private static int json(List<FolderSize> folders, long free, List<RunFigures> runs, Output out) {
    try {
      out.text(StatsJson.of(folders, free, runs) + "\n");
      return out.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void print(RunFigures run, Output out) {
    for (TimingFigures timing : run.timings()) {
      out.row(List.of(
          run.begun().toString(),
          timing.timing().title(),
          String.valueOf(timing.count()),
          Words.time(timing.median()),
          Words.time(timing.p99()),
          Words.time(timing.longest())));
    }
  }
}
