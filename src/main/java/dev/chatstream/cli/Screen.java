package dev.chatstream.cli;

import dev.chatstream.app.App;
import dev.chatstream.app.Options;
import dev.chatstream.app.UsageException;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.util.Map;

/// The screen, once the terminal and the data root have been looked at.
record Screen(Options options, Map<String, String> environment) {

  /// Opens it.
  ///
  /// @return the exit code
  /// @throws Failed when there is no terminal, or the data root can't be used
  int open() throws InterruptedException {
    String refusal = refusal();
    if (!refusal.isEmpty() && !options.training()) {
      throw new Failed(ExitCode.USAGE, refusal);
    }
    try {
      DataRoot root = DataRoot.openForScreen(options.home());
      root.requireRoom();
      return new App(options, root, environment).run();
    } catch (StoreException refused) {
      throw new Failed(ExitCode.FAILED, refused.failure().sentence());
    } catch (EngineException refused) {
      throw new Failed(ExitCode.USAGE, refused.sentence());
    } catch (UsageException refused) {
      throw new Failed(ExitCode.USAGE, refused.getMessage());
    } catch (IOException noTerminal) {
      throw new Failed(ExitCode.USAGE, "The screen needs a terminal: " + noTerminal.getMessage());
    }
  }

  /// Why no screen can be shown here; empty when one can. The training run asks, too, so that what is needed for it is
  /// in the JVM's cache.
  private String refusal() {
    if (!Streams.inputIsTerminal() || !Streams.outputIsTerminal()) {
      return "The screen needs a terminal. For scripts: ask, lists, chats, show, append, import, migrate.";
    }
    String term = environment.getOrDefault("TERM", "");
    if (term.isEmpty() || term.equals("dumb")) {
      String found = term.isEmpty() ? "not set" : term;
      return "The screen needs a terminal that can move its cursor, but TERM is " + found + ". Try TERM=xterm.";
    }
    return "";
  }
}
