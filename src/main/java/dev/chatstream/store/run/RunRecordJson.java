package dev.chatstream.store.run;

import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.journal.JournalLine;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The lines of a run's files: each is a record with its CRC, as in the journal of a reply.
final class RunRecordJson {

  private static final String KIND = "is";

  private RunRecordJson() {}

  /// A record as a line, its line end included.
  static byte[] line(RunRecord record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (record) {
      case RunRecord.Began began -> {
        begin(fields, "began", began.job(), began.attempt());
        fields.put("at", began.at().toString());
      }
      case RunRecord.Came came -> {
        begin(fields, "came", came.job(), came.attempt());
        fields.put("text", came.text());
      }
      case RunRecord.Done done -> {
        begin(fields, "done", done.job(), done.attempt());
        fields.put("answer", done.answer());
        fields.put("ms", done.millis());
        fields.put("prompt_tokens", done.promptTokens());
        fields.put("tokens", done.tokens());
        fields.put("at", done.at().toString());
      }
      case RunRecord.Failed failed -> {
        begin(fields, "failed", failed.job(), failed.attempt());
        fields.put("error", failed.error());
        fields.put("kind", failed.kind());
        fields.put("last", failed.last());
        fields.put("ms", failed.millis());
        fields.put("at", failed.at().toString());
      }
      case RunRecord.Skipped skipped -> {
        begin(fields, "skipped", skipped.job(), 0);
        fields.put("why", skipped.why());
        fields.put("at", skipped.at().toString());
      }
      case RunRecord.Again again -> {
        begin(fields, "again", again.job(), 0);
        fields.put("at", again.at().toString());
      }
      case RunRecord.Noted noted -> {
        fields.put(KIND, "noted");
        fields.put("what", noted.kind().name());
        fields.put("words", noted.words());
        fields.put("at", noted.at().toString());
      }
    }
    return framed(fields);
  }

  /// A row as it was, as a line.
  static byte[] line(FrozenRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("index", row.index());
    fields.put("id", row.id());
    fields.put("hash", row.hash());
    fields.put("prompt", row.prompt());
    fields.put("skip", row.skip());
    return framed(fields);
  }

  private static void begin(Map<String, Object> fields, String kind, int job, int attempt) {
    fields.put(KIND, kind);
    fields.put("job", job);
    fields.put("attempt", attempt);
  }

  private static byte[] framed(Map<String, Object> fields) {
    return JournalLine.frame(FlatJson.line(fields).getBytes(StandardCharsets.UTF_8));
  }

  /// The record of a line; empty when the line is torn or damaged.
  ///
  /// @param line without its line end
  static Optional<RunRecord> record(byte[] line) {
    return fields(line).flatMap(fields -> {
      try {
        return Optional.ofNullable(record(fields));
      } catch (DateTimeException | IllegalArgumentException | NullPointerException noRecord) {
        return Optional.empty();
      }
    });
  }

  /// The row of a line; empty when the line is torn or damaged.
  static Optional<FrozenRow> row(byte[] line) {
    return fields(line).flatMap(fields -> {
      try {
        return Optional.of(new FrozenRow(
            number(fields, "index"), fields.get("id"), fields.get("hash"), fields.get("prompt"), fields.get("skip")));
      } catch (NumberFormatException noRow) {
        return Optional.empty();
      }
    });
  }

  private static Optional<Map<String, String>> fields(byte[] line) {
    return JournalLine.record(line).flatMap(bytes -> {
      try {
        return Optional.of(FlatJson.read(new String(bytes, StandardCharsets.UTF_8)));
      } catch (IOException noObject) {
        return Optional.empty();
      }
    });
  }

  /// @return null for a record of a kind that only a newer version knows
  private static RunRecord record(Map<String, String> fields) {
    String kind = fields.get(KIND);
    if (kind.equals("noted")) {
      return new RunRecord.Noted(
          RunRecord.Noted.Kind.valueOf(fields.get("what")), fields.get("words"), at(fields));
    }
    int job = (int) number(fields, "job");
    int attempt = (int) number(fields, "attempt");
    return switch (kind) {
      case "began" -> new RunRecord.Began(job, attempt, at(fields));
      case "came" -> new RunRecord.Came(job, attempt, fields.get("text"));
      case "done" -> new RunRecord.Done(job, attempt, fields.get("answer"), number(fields, "ms"),
          number(fields, "prompt_tokens"), number(fields, "tokens"), at(fields));
      case "failed" -> new RunRecord.Failed(job, attempt, fields.get("error"), fields.get("kind"),
          Boolean.parseBoolean(fields.get("last")), number(fields, "ms"), at(fields));
      case "skipped" -> new RunRecord.Skipped(job, fields.get("why"), at(fields));
      case "again" -> new RunRecord.Again(job, at(fields));
      default -> null;
    };
  }

  private static long number(Map<String, String> fields, String name) {
    return Long.parseLong(fields.get(name));
  }

  private static Instant at(Map<String, String> fields) {
    return Instant.parse(fields.get("at"));
  }
}
