package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One message as JSON, both ways.
public final class MessageJson {

  private static final String METRICS = "metrics";
  private static final String APPENDED = "appended";
  static final Set<String> KNOWN = Set.of(
      "id", "parent", "role", "content", "thinking", "created", "model", "options", "state", APPENDED, METRICS);
  private static final Set<String> KNOWN_APPENDED = Set.of("from", "at");

  private MessageJson() {}

  /// A message as it was read. One that another program added has no id or parent yet: [#filled] makes them.
  record Read(Optional<UUID> id, Optional<Instant> created, boolean hasParent, Message message) {

    /// The same message with what it lacks: an id from its content, the chat's time, the message before it as parent.
    Message filled(UUID chat, Instant chatCreated, int position, Optional<UUID> before) {
      UUID whole = id.orElseGet(() -> LegacyIds.message(
          chat, chatCreated, position, message.role().wireName(), message.content()));
      return new Message(
          whole,
          hasParent ? message.parent() : before,
          message.role(),
          message.content(),
          message.thinking(),
          created.orElse(chatCreated),
          message.model(),
          message.options(),
          message.state(),
          message.appended(),
          message.metrics(),
          message.extra());
    }
  }

  private static final UUID NO_ID = new UUID(0, 0);

  /// @param what such as `message 3`, for the reason of a failure
  static Read read(JsonNode node, String what) throws IOException {
    Fields fields = Fields.of(node, what);
    String role = fields.text("role");
    Optional<UUID> id = fields.id("id");
    Optional<Instant> created = fields.time("created");
    Map<String, Object> extra = new LinkedHashMap<>(fields.except(KNOWN));
    Optional<Fields> metrics = fields.optionalObject(METRICS);
    Optional<Fields> appended = fields.optionalObject(APPENDED);
    keepUnknown(extra, METRICS, metrics, MetricsJson.KNOWN);
    keepUnknown(extra, APPENDED, appended, KNOWN_APPENDED);
    Message message = new Message(
        id.orElse(NO_ID),
        fields.id("parent"),
        Role.parse(role).orElseThrow(() -> new BadChat(what + " has the unknown role \"" + role + "\"")),
        fields.text("content"),
        fields.optionalText("thinking").orElse(""),
        created.orElse(Instant.EPOCH),
        fields.optionalText("model").orElse(""),
        fields.map("options"),
        state(fields),
        appended.isEmpty() ? Optional.empty() : Optional.of(appended(appended.get())),
        metrics.isEmpty() ? Metrics.UNKNOWN : MetricsJson.read(metrics.get()),
        extra);
    return new Read(id, created, fields.object().has("parent"), message);
  }

  /// Reads a message that this program wrote, so that it lacks nothing.
  ///
  /// @param what such as `the answer`, for the reason of a failure
  public static Message readWhole(JsonNode node, String what) throws IOException {
    Read read = read(node, what);
    if (read.id().isEmpty() || read.created().isEmpty()) {
      throw new BadChat(what + " has no id or no time");
    }
    return read.message();
  }

  /// Writes it as an object.
  public static void write(JsonGenerator out, Message message) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", message.id().toString());
    out.writeStringField("parent", message.parent().map(UUID::toString).orElse(null));
    out.writeStringField("role", message.role().wireName());
    Json.writeTextField(out, "content", message.content());
    if (!message.thinking().isEmpty()) {
      Json.writeTextField(out, "thinking", message.thinking());
    }
    out.writeStringField("created", message.created().toString());
    if (!message.model().isEmpty()) {
      Json.writeTextField(out, "model", message.model());
    }
    if (!message.options().isEmpty()) {
      out.writePOJOField("options", message.options());
    }
    out.writeStringField("state", message.state().wireName());
    writeAppended(out, message);
    MetricsJson.write(out, METRICS, message.metrics(), unknown(message, METRICS));
    for (Map.Entry<String, Object> kept : message.extra().entrySet()) {
      if (!KNOWN.contains(kept.getKey())) {
        out.writePOJOField(kept.getKey(), kept.getValue());
      }
    }
    out.writeEndObject();
  }

  /// Unknown keys of an object within a message are kept under that object's name.
  private static void keepUnknown(
      Map<String, Object> extra, String name, Optional<Fields> object, Set<String> known) {
    Map<String, Object> unknown = object.map(fields -> fields.except(known)).orElse(Map.of());
    if (!unknown.isEmpty()) {
      extra.put(name, unknown);
    }
  }

  private static Map<?, ?> unknown(Message message, String name) {
    return message.extra().get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static MessageState state(Fields fields) throws IOException {
    String name = fields.optionalText("state").orElse(MessageState.DONE.wireName());
    return MessageState.parse(name)
        .orElseThrow(() -> new BadChat(fields.what() + " has the unknown state \"" + name + "\""));
  }

  private static Message.Appended appended(Fields fields) throws IOException {
    UUID from = fields.id("from").orElseThrow(() -> new BadChat(fields.what() + " has no from"));
    return new Message.Appended(from, fields.time("at").orElse(Instant.EPOCH));
  }

  private static void writeAppended(JsonGenerator out, Message message) throws IOException {
    if (message.appended().isEmpty()) {
      return;
    }
    Message.Appended mark = message.appended().get();
    out.writeObjectFieldStart(APPENDED);
    out.writeStringField("from", mark.from().toString());
    out.writeStringField("at", mark.at().toString());
    writeUnknown(out, unknown(message, APPENDED));
    out.writeEndObject();
  }

  static void writeUnknown(JsonGenerator out, Map<?, ?> unknown) throws IOException {
    for (Map.Entry<?, ?> kept : unknown.entrySet()) {
      out.writePOJOField(kept.getKey().toString(), kept.getValue());
    }
  }
}
