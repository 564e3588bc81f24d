package dev.chatstream.cli;

import dev.chatstream.app.App;
import dev.chatstream.app.Options;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The screen: what runs when no command is named.
@Command(
    name = "run.sh",
    versionProvider = Version.class,
    description = "Chat with local language models in the terminal, and keep what matters.",
    footer = {
      "",
      "Without a command the screen opens. `run.sh test` runs all tests.",
      "Exit codes: 0 done, 1 failed, 2 usage or no terminal, 3 no model or host, 4 damage found,",
      "129, 130, 143 by signal."
    })
final class ScreenCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin
  private GlobalFlags flags = new GlobalFlags();

  @Spec
  private CommandSpec spec;

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

  ScreenCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What the global flags ask for.
  Options options() {
    return flags.options(spec, environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    Options options = options();
    String term = environment.getOrDefault("TERM", "");
    if (options.training()) {
      return open(options);
    }
    if (!Streams.inputIsTerminal() || !Streams.outputIsTerminal()) {
      throw new Failed(ExitCode.USAGE, "The screen needs a terminal. For scripts: run.sh ask, lists, chats, show, append.");
    }
    if (term.isEmpty() || term.equals("dumb")) {
      throw new Failed(ExitCode.USAGE, "The screen needs a terminal that can move its cursor, but TERM is "
          + (term.isEmpty() ? "not set" : term) + ". Try TERM=xterm.");
    }
    return open(options);
  }

  private int open(Options options) throws InterruptedException {
    try {
      return new App(options, DataRoot.open(options.home()), environment).run();
    } catch (StoreException refused) {
      throw new Failed(ExitCode.FAILED, refused.failure().sentence());
    } catch (EngineException refused) {
      throw new Failed(ExitCode.USAGE, refused.sentence());
    } catch (IOException noTerminal) {
      throw new Failed(ExitCode.USAGE, "The screen needs a terminal: " + noTerminal.getMessage());
    }
  }
}
