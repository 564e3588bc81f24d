package dev.chatstream.term;

import com.googlecode.lanterna.TerminalSize;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Asks and sets the terminal's line settings through `stty`, on the standard input that this process has. Each call
/// starts a child, so none is made before the first frame or on the UI thread.
final class Stty {

  /// What the launcher sets before the JVM starts, for every return from a suspension.
  private static final List<String> RAW =
      List.of("-icanon", "-echo", "-isig", "-iexten", "-ixon", "-icrnl", "min", "1", "time", "0");

  private static final List<String> COOKED = List.of("icanon", "echo", "isig", "iexten", "ixon", "icrnl");

  private static final List<String> POLLED = List.of("-icanon", "-echo", "-isig", "-iexten", "min", "0", "time", "1");

  private final ProcessBuilder.Redirect terminal;
  private List<String> saved;

  /// @param environment CHATSTREAM_STTY holds what `stty -g` said before the launcher changed it
  Stty(Map<String, String> environment) {
    String before = environment.getOrDefault("CHATSTREAM_STTY", "");
    this.saved = before.isBlank() ? COOKED : Arrays.asList(before.strip().split(" "));
    this.terminal = ProcessBuilder.Redirect.INHERIT;
  }

  private Stty(File device) {
    this.saved = COOKED;
    this.terminal = ProcessBuilder.Redirect.from(device);
  }

  /// The settings of another terminal than standard input.
  static Stty of(File device) {
    return new Stty(device);
  }

  /// From now on [#restore] brings back what is set now.
  void remember() throws IOException, InterruptedException {
    String now = run(List.of("-g")).strip();
    if (!now.isEmpty()) {
      saved = List.of(now);
    }
  }

  /// Raw, and a read returns after a tenth of a second, with nothing if need be.
  void polled() throws IOException, InterruptedException {
    run(POLLED);
  }

  void raw() throws IOException, InterruptedException {
    run(RAW);
  }

  void restore() throws IOException, InterruptedException {
    run(saved);
  }

  /// No key ends a program: what another one on this terminal takes as an interruption would end this one as well.
  void withoutSignalKeys() throws IOException, InterruptedException {
    run(List.of("intr", "undef", "quit", "undef"));
  }

  /// The size of the terminal.
  ///
  /// @throws IOException if standard input is none, or says nothing sensible
  TerminalSize size() throws IOException, InterruptedException {
    String[] numbers = run(List.of("size")).strip().split(" ");
    try {
      int rows = Integer.parseInt(numbers[0]);
      int columns = Integer.parseInt(numbers[numbers.length - 1]);
      if (rows < 1 || columns < 1) {
        throw new IOException("It says that its size is " + columns + "x" + rows + ". Try: stty rows 24 cols 80");
      }
      return new TerminalSize(columns, rows);
    } catch (NumberFormatException e) {
      throw new IOException("Standard input is no terminal", e);
    }
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst("stty");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(terminal)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    process.waitFor();
    return said;
  }
}
