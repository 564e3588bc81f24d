package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.chatstream.core.chat.Metrics;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// What a turn cost as JSON, both ways: the server's own names where it has them. Unknown figures are left out.
final class MetricsJson {

  private static final String TOTAL = "total_duration";
  private static final String LOAD = "load_duration";
  private static final String PROMPT_TOKENS = "prompt_eval_count";
  private static final String PROMPT = "prompt_eval_duration";
  private static final String TOKENS = "eval_count";
  private static final String EVAL = "eval_duration";
  private static final String FIRST = "first_token_duration";
  private static final String THINKING = "thinking_duration";

  static final Set<String> KNOWN = Set.of(TOTAL, LOAD, PROMPT_TOKENS, PROMPT, TOKENS, EVAL, FIRST, THINKING);

  private MetricsJson() {}

  static Metrics read(Fields fields) throws IOException {
    return new Metrics(
        fields.number(TOTAL),
        fields.number(LOAD),
        fields.number(PROMPT_TOKENS),
        fields.number(PROMPT),
        fields.number(TOKENS),
        fields.number(EVAL),
        fields.number(FIRST),
        fields.number(THINKING));
  }

  static void write(JsonGenerator out, String name, Metrics metrics, Map<?, ?> unknown) throws IOException {
    if (metrics.equals(Metrics.UNKNOWN) && unknown.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(name);
    number(out, TOTAL, metrics.totalNanos());
    number(out, LOAD, metrics.loadNanos());
    number(out, PROMPT_TOKENS, metrics.promptTokens());
    number(out, PROMPT, metrics.promptNanos());
    number(out, TOKENS, metrics.tokens());
    number(out, EVAL, metrics.tokenNanos());
    number(out, FIRST, metrics.firstTokenNanos());
    number(out, THINKING, metrics.thinkingNanos());
    MessageJson.writeUnknown(out, unknown);
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, long value) throws IOException {
    if (value >= 0) {
      out.writeNumberField(name, value);
    }
  }
}
