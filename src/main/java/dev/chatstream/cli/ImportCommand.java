package dev.chatstream.cli;

import dev.chatstream.store.convert.Importer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings a file from anywhere into the library.
@Command(
    name = "import",
    description = {
      "Bring a chat or a task list of any program into the library; prints the file that was made.",
      "It can be: JSON chats of this and the original program; CSV as spreadsheets write it (any separator, UTF-8, "
          + "UTF-16, Windows-1252); plain text lists of the original program. The file itself is left as it is."
    },
    footer = {"", "Exit codes: 0 brought in, or there already; 1 failed; 2 usage; 4 the file is damaged (what could be "
        + "read was brought in, if anything could); 130 stopped, nothing was written."})
final class ImportCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "FILE", description = "its path")
  private Path file;

  @Option(names = "--json", description = "one JSON document: how each row was read, and what was made")
  private boolean json;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return ImportRun.run(session, session.rootToWrite(), file, new Importer.Wish(true, false), json, false);
  }
}
