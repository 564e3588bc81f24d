package dev.chatstream.cli;

import dev.chatstream.term.Sanitizer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output in UTF-8: as it is to a pipe, harmless to a terminal.
final class Output {

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
  private final boolean terminal = Streams.outputIsTerminal();
  private final Sanitizer stream = new Sanitizer();

  /// Writes a line; on a terminal it stays one.
  void line(String text) {
    out.print(terminal ? Sanitizer.line(text.replace("\t", "  ")) : text);
    out.print('\n');
  }

  /// Writes a text of several lines.
  void text(String text) {
    out.print(terminal ? Sanitizer.lines(text) : text);
  }

  /// Writes a piece of a text that comes in pieces, at once.
  void piece(String piece) {
    out.print(terminal ? stream.next(piece) : piece);
    out.flush();
  }

  /// Ends the pieces.
  void endPieces() {
    out.print(terminal ? stream.finish() : "");
    out.print('\n');
  }

  /// @return the exit code: a reader that went away is no success
  int end() {
    out.flush();
    return out.checkError() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
