package dev.chatstream.store.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.store.chat.Fields;
import dev.chatstream.store.chat.Json;
import dev.chatstream.store.chat.MessageJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/// The records of a turn as JSON, both ways. Messages look as they do in a chat's file.
final class RecordJson {

  private static final String WHAT = "a record";

  private RecordJson() {}

  /// The line of this record.
  static byte[] line(UUID turn, JournalRecord record) {
    return line(out -> {
      out.writeStringField("turn", turn.toString());
      switch (record) {
        case JournalRecord.Began began -> began(out, began.asked());
        case JournalRecord.Came came -> came(out, came);
        case JournalRecord.Ended ended -> {
          head(out, ended.number(), ended.at());
          out.writeStringField("end", ended.state().wireName());
        }
      }
    });
  }

  /// Writes the fields of a record.
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  static byte[] line(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return JournalLine.frame(bytes.toByteArray());
  }

  /// Reads a record of this turn.
  ///
  /// @throws IOException when it is none
  static JournalRecord read(byte[] record) throws IOException {
    Fields fields = fields(record);
    if (fields.object().has("question")) {
      return began(fields);
    }
    Instant at = fields.time("at").orElseThrow(() -> new IOException("a record without a time"));
    long number = fields.number("n");
    if (fields.object().has("end")) {
      return new JournalRecord.Ended(number, at, state(fields.text("end")));
    }
    boolean thinking = fields.object().has("thinking");
    String text = fields.text(thinking ? "thinking" : "text");
    return new JournalRecord.Came(number, at, new Piece(text, thinking, Math.toIntExact(fields.number("tokens"))));
  }

  /// The turn that a record belongs to.
  static UUID turn(byte[] record) throws IOException {
    return id(fields(record), "turn");
  }

  static Fields fields(byte[] record) throws IOException {
    JsonNode node = Json.MAPPER.readTree(record);
    return Fields.of(node, WHAT);
  }

  private static void began(JsonGenerator out, Asked asked) throws IOException {
    out.writeStringField("chat", asked.chat().toString());
    Json.writeTextField(out, "title", asked.title());
    out.writeStringField("begun", asked.begun().toString());
    out.writeFieldName("question");
    MessageJson.write(out, asked.question());
    out.writeFieldName("answer");
    MessageJson.write(out, asked.answer());
  }

  private static JournalRecord began(Fields fields) throws IOException {
    Message question = MessageJson.readWhole(fields.object().path("question"), "the question");
    Message answer = MessageJson.readWhole(fields.object().path("answer"), "the answer");
    Instant begun = fields.time("begun").orElseThrow(() -> new IOException("a journal without a time"));
    return new JournalRecord.Began(
        new Asked(id(fields, "turn"), id(fields, "chat"), fields.text("title"), begun, question, answer));
  }

  private static void came(JsonGenerator out, JournalRecord.Came came) throws IOException {
    head(out, came.number(), came.at());
    out.writeNumberField("tokens", came.piece().tokens());
    Json.writeTextField(out, came.piece().thinking() ? "thinking" : "text", came.piece().text());
  }

  private static void head(JsonGenerator out, long number, Instant at) throws IOException {
    out.writeNumberField("n", number);
    out.writeStringField("at", at.toString());
  }

  private static MessageState state(String name) throws IOException {
    return MessageState.parse(name).orElseThrow(() -> new IOException("the unknown end " + name));
  }

  private static UUID id(Fields fields, String name) throws IOException {
    return fields.id(name).orElseThrow(() -> new IOException("a record without " + name));
  }
}
