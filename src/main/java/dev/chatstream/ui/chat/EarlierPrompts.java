package dev.chatstream.ui.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What was asked before, walked through from the newest to the oldest: first what was asked in this chat, then in all
/// others.
final class EarlierPrompts {

  private final LinkedHashSet<String> known = new LinkedHashSet<>();
  private List<String> walked = List.of();
  private String unsent = "";
  private int back;

  /// These were asked before, the last one last; what was asked since then stays after them.
  void know(List<String> prompts) {
    List<String> since = List.copyOf(known);
    known.clear();
    prompts.forEach(known::addLast);
    since.forEach(known::addLast);
  }

  /// This was asked now.
  void add(String prompt) {
    if (!prompt.isBlank()) {
      known.addLast(prompt);
    }
  }

  /// True when nobody walks.
  boolean atRest() {
    return back == 0;
  }

  /// What is written is a text of its own: the next step begins anew.
  void rest() {
    back = 0;
  }

  /// One step back (1) or forth (-1). Only the first step of a walk asks what there is.
  ///
  /// @param own what was asked in this chat, the last one last
  /// @param written what is written now; it comes back after the newest
  /// @return what is to be written; empty when there is nothing further
  Optional<String> move(int by, Supplier<List<String>> own, Supplier<String> written) {
    if (back == 0 && by > 0) {
      unsent = written.get();
      LinkedHashSet<String> all = new LinkedHashSet<>(known);
      own.get().forEach(all::addLast);
      walked = new ArrayList<>(all);
    }
    int wanted = Math.clamp(back + by, 0, walked.size());
    if (wanted == back) {
      return Optional.empty();
    }
    back = wanted;
    return Optional.of(back == 0 ? unsent : walked.get(walked.size() - back));
  }
}
