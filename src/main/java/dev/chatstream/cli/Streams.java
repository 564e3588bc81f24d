package dev.chatstream.cli;

import dev.chatstream.term.Sanitizer;

/// What standard input and output are connected to. The launcher tells; without it both are taken for a terminal, which
/// is the safe side: nothing then reaches a terminal as it came.
final class Streams {

  private Streams() {}

  /// True when a person types there.
  static boolean inputIsTerminal() {
    return !"other".equals(System.getProperty("chatstream.stdin"));
  }

  /// True when a person reads there.
  static boolean outputIsTerminal() {
    return !"other".equals(System.getProperty("chatstream.stdout"));
  }

  /// True when a person reads the messages. Without the launcher nobody does: then no line is ever drawn over.
  static boolean errorIsTerminal() {
    return "terminal".equals(System.getProperty("chatstream.stderr"));
  }

  /// A line for the person: what is going on, or why it did not.
  static void say(String line) {
    System.err.println(Sanitizer.line(line));
  }

  /// Words for the person that begin at the left of the line they stand in, and leave the cursor behind them.
  static void drawOver(String words) {
    System.err.print("\r" + Sanitizer.line(words));
    System.err.flush();
  }
}
