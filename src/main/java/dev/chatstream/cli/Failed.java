package dev.chatstream.cli;

/// A command can't go on: it ends with one line on standard error and this exit code.
final class Failed extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  Failed(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
