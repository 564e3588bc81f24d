package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.SavePoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Writes a chat as schema 2: indented JSON, UTF-8, LF on every system.
final class ChatWriter {

  /// The schema that this version writes.
  static final int SCHEMA = 2;

  static final Set<String> KNOWN = Set.of(
      "schema", "id", "title", "timestamp", "conversation", "branches", "head", "save_points", "metadata");
  static final Set<String> KNOWN_METADATA = Set.of("messages_count", "last_updated", "created");

  private ChatWriter() {}

  /// @param now becomes `last_updated`
  static void write(Chat chat, Instant now, OutputStream stream) throws IOException {
    try (JsonGenerator out = Json.MAPPER.createGenerator(stream)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      out.writeStartObject();
      out.writeNumberField("schema", SCHEMA);
      out.writeStringField("id", chat.id().toString());
      Json.writeTextField(out, "title", chat.title());
      out.writeStringField("timestamp", Times.original(chat.created()));
      messages(out, "conversation", chat.conversation());
      messages(out, "branches", chat.branches());
      out.writeStringField("head", chat.head().map(UUID::toString).orElse(null));
      savePoints(out, chat.savePoints());
      metadata(out, chat, now);
      for (Map.Entry<String, Object> kept : chat.extra().entrySet()) {
        out.writePOJOField(kept.getKey(), kept.getValue());
      }
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  private static void messages(JsonGenerator out, String name, List<Message> messages) throws IOException {
    out.writeArrayFieldStart(name);
    for (Message message : messages) {
      MessageJson.write(out, message);
    }
    out.writeEndArray();
  }

  private static void savePoints(JsonGenerator out, List<SavePoint> points) throws IOException {
    out.writeArrayFieldStart("save_points");
    for (SavePoint point : points) {
      out.writeStartObject();
      Json.writeTextField(out, "name", point.name());
      out.writeStringField("created", point.created().toString());
      out.writeStringField("head", point.head().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void metadata(JsonGenerator out, Chat chat, Instant now) throws IOException {
    out.writeObjectFieldStart("metadata");
    out.writeNumberField("messages_count", chat.conversation().size());
    out.writeStringField("last_updated", now.toString());
    out.writeStringField("created", chat.created().toString());
    MessageJson.writeUnknown(out, chat.metadata());
    out.writeEndObject();
  }
}
