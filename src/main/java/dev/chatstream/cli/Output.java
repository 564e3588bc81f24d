package dev.chatstream.cli;

import dev.chatstream.term.Sanitizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Standard output in UTF-8: as it is to a pipe, harmless to a terminal. The first failure is kept for the end; what
/// comes after it is dropped.
final class Output {

  private final OutputStream out;
  private final boolean terminal = Streams.outputIsTerminal();
  private final Sanitizer stream = new Sanitizer();
  private IOException failure;

  /// @param out standard output, which nobody else writes to meanwhile
  Output(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  /// Writes a line; on a terminal it stays one.
  void line(String text) {
    write((terminal ? Sanitizer.line(text.replace("\t", "  ")) : text) + "\n");
  }

  /// Writes one line of a listing, its cells separated by tabs. To a pipe, a tab, a line end or a backslash within a
  /// cell becomes `\t`, `\n`, `\r` or `\\`, so that each line is one entry whatever a file is called.
  void row(List<String> cells) {
    line(row(cells, terminal));
  }

  /// Writes one entry: its values as a row, without empty ones at the end, or all of it as a JSON object.
  void entry(Map<String, String> fields, boolean json) {
    if (json) {
      line(JsonLine.of(fields));
      return;
    }
    List<String> cells = new ArrayList<>(fields.values());
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    row(cells);
  }

  static String row(List<String> cells, boolean terminal) {
    return String.join("\t", terminal ? cells : cells.stream().map(Output::escaped).toList());
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  /// Writes a text of several lines.
  void text(String text) {
    write(terminal ? Sanitizer.lines(text) : text);
  }

  /// Writes a piece of a text that comes in pieces, at once.
  ///
  /// @throws InterruptedException when nobody reads any more: then there is nothing to go on for
  void piece(String piece) throws InterruptedException {
    write(terminal ? stream.next(piece) : piece);
    flush();
    if (failure != null) {
      throw new InterruptedException("nobody reads the output");
    }
  }

  /// Writes a line at once.
  ///
  /// @throws InterruptedException when nobody reads any more
  void lineNow(String text) throws InterruptedException {
    line(text);
    flush();
    if (failure != null) {
      throw new InterruptedException("nobody reads the output");
    }
  }

  /// Ends the pieces.
  void endPieces() {
    write((terminal ? stream.finish() : "") + "\n");
  }

  /// Writes what is left.
  ///
  /// @return the exit code: a reader that went away is no success, but needs no words
  /// @throws Failed when the output could not be written for another reason
  int end() {
    flush();
    if (failure == null) {
      return ExitCode.DONE;
    }
    String reason = String.valueOf(failure.getMessage());
    if (reason.contains("Broken pipe")) {
      return ExitCode.FAILED;
    }
    throw new Failed(ExitCode.FAILED, "The output could not be written: " + reason + ".");
  }

  private void write(String text) {
    if (failure == null) {
      try {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  private void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
