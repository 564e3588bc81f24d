package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;

/// Writes an answer as it comes, in lines or, when the caller wants it so, in one piece at the end.
final class TextAnswer {
  private final TextCall call;
  private final String model;
  private final HttpReply reply;
  private final StringBuilder whole = new StringBuilder();

  TextAnswer(TextCall call, String model, HttpReply reply) {
    this.call = call;
    this.model = model;
    this.reply = reply;
  }

  /// More text; none is no line.
  void text(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    if (call.stream()) {
      reply.line(object(text).put("done", false));
    } else {
      whole.append(text);
    }
  }

  /// The end of an answer with its figures.
  void end(String reason, Metrics metrics) throws IOException {
    ObjectNode json = last(reason);
    json.put("total_duration", metrics.totalNanos()).put("load_duration", metrics.loadNanos());
    json.put("prompt_eval_count", metrics.promptTokens()).put("prompt_eval_duration", metrics.promptNanos());
    json.put("eval_count", metrics.generatedTokens()).put("eval_duration", metrics.evalNanos());
    finish(json);
  }

  /// The end of a call that asked for no text.
  void end(String reason) throws IOException {
    finish(last(reason));
  }

  private ObjectNode last(String reason) {
    return object(whole.toString()).put("done", true).put("done_reason", reason);
  }

  private void finish(ObjectNode json) throws IOException {
    if (call.stream()) {
      reply.line(json);
      reply.endLines();
    } else {
      reply.whole(200, json);
    }
  }

  private ObjectNode object(String text) {
    ObjectNode json = Fields.object().put("model", model).put("created_at", Instant.now().toString());
    if (call.chat()) {
      json.putObject("message").put("role", "assistant").put("content", text);
    } else {
      json.put("response", text);
    }
    return json;
  }

  /// An answer's six figures; durations in nanoseconds.
  record Metrics(long totalNanos, long loadNanos, int promptTokens, long promptNanos, int generatedTokens,
      long evalNanos) {}
}
