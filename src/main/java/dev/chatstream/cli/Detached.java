package dev.chatstream.cli;

import dev.chatstream.app.Options;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.run.RunFolder;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Starts a run in a process of its own, in a session of its own, so that no hang-up reaches it. Where there is no
/// `setsid`, the hang-up and `^C` are ignored instead.
final class Detached {

  private static final String MAIN = "dev.chatstream.Main";
  private static final String IGNORE = "trap '' HUP INT; exec \"$@\"";
  private static final int LOOKS = 100;

  private Detached() {}

  /// @return the exit code: 0 once the process has taken the run
  static int start(Session session, DataRoot root, RunFolder run, boolean retryFailed)
      throws StoreException, InterruptedException {
    RunPlan plan = run.plan();
    if (run.isRun()) {
      throw new Failed(ExitCode.FAILED, "Run " + plan.id() + " is under way: " + run.owner() + ".");
    }
    Process process = launch(command(session.options(), root, plan, retryFailed), session, run);
    for (int look = 0; look < LOOKS && process.isAlive() && !run.isRun(); look++) {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    if (!process.isAlive() && process.exitValue() != ExitCode.DONE) {
      throw new Failed(process.exitValue(),
          "The run ended at once; its words are in " + root.folder().relativize(run.log()) + ".");
    }
    Streams.say("Run " + plan.id() + " goes on by itself in process " + process.pid() + ". To look on: run.sh attach "
        + plan.id() + "; to stop it: run.sh stop " + plan.id());
    return ExitCode.DONE;
  }

  private static Process launch(List<String> command, Session session, RunFolder run) {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(run.log().toFile()));
    builder.environment().putAll(session.environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Failed(ExitCode.FAILED, "No process could be started: " + e.getMessage() + ".");
    }
  }

  private static List<String> command(Options options, DataRoot root, RunPlan plan, boolean retryFailed) {
    List<String> command = new ArrayList<>(hasSetsid() ? List.of("setsid") : List.of("sh", "-c", IGNORE, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Dchatstream.stdin=other", "-Dchatstream.stdout=other", "-Dchatstream.stderr=other"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of("resume", plan.id(), "--detached", "--home", root.folder().toString()));
    command.addAll(List.of("--log-level", options.logLevel().name().toLowerCase(Locale.ROOT)));
    options.engineModel().ifPresent(model -> command.addAll(List.of("--engine-model", model)));
    options.engineSha256().ifPresent(sum -> command.addAll(List.of("--engine-sha256", sum)));
    if (retryFailed) {
      command.add("--retry-failed");
    }
    return command;
  }

  private static boolean hasSetsid() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && Path.of(folder, "setsid").toFile().canExecute()) {
        return true;
      }
    }
    return false;
  }
}
