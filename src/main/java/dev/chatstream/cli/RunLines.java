package dev.chatstream.cli;

import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.Trial;
import dev.chatstream.ui.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Runs in words and as JSON.
final class RunLines {

  private RunLines() {}

  /// A result as a line for a script. What nobody knows is left out.
  static String json(RowResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("index", result.index());
    fields.put("id", result.row().id());
    fields.put("model", result.model());
    fields.put("state", result.state().title());
    fields.put("answer", result.answer());
    fields.put("error", result.error());
    known(fields, "duration_ms", result.millis());
    known(fields, "prompt_tokens", result.promptTokens());
    known(fields, "tokens", result.tokens());
    fields.put("attempt", result.attempt());
    result.at().ifPresent(at -> fields.put("at", at.toString()));
    return JsonLine.of(fields);
  }

  /// What trying one row gave, in the same form.
  static String json(Trial tried, RunPlan plan) {
    return json(new RowResult(0, tried.row(), plan.models().getFirst(), RowState.DONE, tried.answer(), "",
        tried.millis(), -1, tried.tokens(), 1, Optional.empty()));
  }

  private static void known(Map<String, Object> fields, String name, long value) {
    if (value >= 0) {
      fields.put(name, value);
    }
  }

  /// How far it is, such as `310 of 2,004 (15%) · 297 done, 13 failed, 2 running · 41 tok/s · 1 h 18 min left`.
  static String words(RunProgress now) {
    StringBuilder words = new StringBuilder(64);
    words.append(Words.grouped(now.total() - now.open())).append(" of ").append(Words.grouped(now.total()))
        .append(" (").append((int) (100 * now.fraction())).append("%), ").append(now.done()).append(" done");
    add(words, now.failed(), "failed");
    add(words, now.skipped(), "skipped");
    add(words, now.running(), "running");
    if (now.phase() == RunPhase.RUNNING) {
      words.append(", ").append(Math.round(now.tokensPerSecond())).append(" tok/s");
      now.left().ifPresent(left -> words.append(", about ").append(Words.span(left.toSeconds() + 1)).append(" left"));
    } else if (!now.words().isEmpty()) {
      words.append(". ").append(now.words());
    }
    return words.toString();
  }

  private static void add(StringBuilder words, int count, String what) {
    if (count > 0) {
      words.append(", ").append(count).append(' ').append(what);
    }
  }
}
