package dev.chatstream;

import dev.chatstream.cli.CommandLines;

/// Where the program starts.
public final class Main {

  private Main() {}

  /// Runs the screen or a command, and ends with its exit code. Native threads of a library must not keep it alive.
  public static void main(String[] args) {
    System.exit(CommandLines.run(args, System.getenv()));
  }
}
