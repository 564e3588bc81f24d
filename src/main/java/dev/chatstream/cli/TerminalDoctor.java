package dev.chatstream.cli;

import dev.chatstream.term.ControllingTerminal;
import dev.chatstream.term.TerminalExam;
import dev.chatstream.term.TerminalFindings;
import dev.chatstream.term.TerminalReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the terminal can do, as it answers itself: for a report of a bug.
record TerminalDoctor(Map<String, String> environment, Output out) {

  private static final byte[] BELOW_FIRST_ROW = "\r\n".getBytes(StandardCharsets.US_ASCII);

  /// Asks it and prints what it said.
  ///
  /// @throws Failed when there is no terminal
  int look() {
    try (ControllingTerminal terminal = new ControllingTerminal()) {
      terminal.send(BELOW_FIRST_ROW);
      TerminalFindings found = new TerminalExam(terminal, System::nanoTime).examine();
      TerminalReport report = new TerminalReport(found, environment);
      report.lines(terminal.size()).forEach(out::line);
    } catch (IOException none) {
      throw new Failed(ExitCode.USAGE, "There is no terminal here to ask: " + none.getMessage() + ".");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
    return out.end();
  }
}
