package dev.chatstream.cli;

import dev.chatstream.log.Logging;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A person's shell: runs commands on a data root of its own, with pipes at both ends, and has what they wrote.
abstract class CommandTest {

  private static final List<String> CONNECTED = List.of("chatstream.stdin", "chatstream.stdout");

  @TempDir
  Path home;

  private final PrintStream realError = System.err;
  final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @BeforeEach
  void takeTheStreams() {
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    CONNECTED.forEach(name -> System.setProperty(name, "other"));
  }

  @AfterEach
  void giveThemBack() {
    System.setErr(realError);
    CONNECTED.forEach(System::clearProperty);
    Logging.stop();
  }

  /// Runs a command on [#home] and forgets what the one before wrote.
  ///
  /// @return the exit code
  final int run(String... args) {
    output.reset();
    error.reset();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--home", home.toString()));
    return CommandLines.run(all.toArray(String[]::new), Map.of(), output);
  }

  /// What the last command wrote to standard output.
  final String out() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /// What it wrote to standard error.
  final String err() {
    return error.toString(StandardCharsets.UTF_8);
  }
}
