package dev.chatstream.term;

import java.util.List;
import java.util.Optional;

/// What a terminal answered in an exam.
///
/// @param answers whether it answered at all
/// @param told its answers about itself
/// @param columns how wide it drew each [WidthSample]; fewer than those when an answer is missing
/// @param tripNanos how long an answer takes
/// @param loadNanos how much longer with `loadBytes` before it
public record TerminalFindings(
    boolean answers, List<Reply> told, List<Integer> columns, long tripNanos, long loadNanos, int loadBytes) {

  static final TerminalFindings SILENT = new TerminalFindings(false, List.of(), List.of(), 0, 0, 0);

  /// The body of the first answer of this form, without its beginning and end.
  Optional<String> answer(char kind, String begin, String end) {
    return told.stream()
        .filter(reply -> reply.kind() == kind && reply.body().startsWith(begin) && reply.body().endsWith(end))
        .map(reply -> reply.body().substring(begin.length(), reply.body().length() - end.length()))
        .findFirst();
  }

  /// Its name and version, as it calls itself; empty when it doesn't.
  String name() {
    return answer('P', ">|", "").orElse("");
  }

  /// What it said of a mode: 1 set, 2 reset, 3 and 4 for ever so, 0 unknown to it; -1 when it said nothing.
  int mode(int number) {
    return answer('[', "?" + number + ";", "$y").map(state -> state.length() == 1 ? state.charAt(0) - '0' : -1)
        .orElse(-1);
  }

  /// Whether it can tell Shift-Enter from Enter by the kitty protocol.
  boolean kittyKeys() {
    return answer('[', "?", "u").isPresent();
  }

  /// Whether it knows xterm's setting for the same.
  boolean otherKeys() {
    return answer('[', ">4;", "m").isPresent();
  }

  /// Whether its attributes say that it takes texts for the clipboard (52).
  boolean clipboard() {
    return answer('[', "?", "c").map(all -> List.of(all.split(";")).contains("52")).orElse(false);
  }
}
