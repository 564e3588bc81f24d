package dev.chatstream.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What `--help` shows, and the screen where picocli had to read the flags.
@Command(
    name = "run.sh",
    versionProvider = Version.class,
    description = "Chat with local language models in the terminal, and keep what matters.",
    footer = {
      "",
      "Without a command the screen opens. `run.sh test` runs all tests.",
      "Exit codes: 0 done, 1 failed, 2 usage or no terminal, 3 no model or host, 4 damage found; "
          + "129, 130 and 143 by signal."
    })
final class RootCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  @SuppressWarnings("UnusedVariable") // picocli answers it by itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  @SuppressWarnings("UnusedVariable") // picocli answers it by itself
  private boolean version;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    return new Screen(session.options(), session.environment()).open();
  }
}
