package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.SavePoint;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads a chat of schema 2 or of the original program. Message by message, so that the file is never in memory twice.
final class ChatReader {

  /// A chat and the schema of its file: 1 is the original program's.
  record Read(Chat chat, int schema) {}

  /// What can be read of a damaged file.
  ///
  /// @param chat its messages that are whole, up to where no more can be told apart
  /// @param seen how many messages there were up to there
  /// @param problem the first thing that is wrong, in words
  record Salvaged(Chat chat, int seen, String problem) {}

  private final ObjectNode rest = Json.MAPPER.createObjectNode();
  private final List<MessageJson.Read> conversation = new ArrayList<>();
  private final List<MessageJson.Read> branches = new ArrayList<>();

  private final boolean strict;
  private String problem = "";
  private int skipped;
  private boolean hasConversation;

  private ChatReader(boolean strict) {
    this.strict = strict;
  }

  static Read read(Reader text) throws IOException {
    ChatReader reader = new ChatReader(true);
    reader.walk(text);
    return reader.assemble(new Fields(reader.rest, "the chat"));
  }

  /// Reads what can be read of a damaged file: nothing of it is guessed, a message that is not whole is left out.
  ///
  /// @param otherwise the id when the file has none that can be read
  /// @throws IOException when there is nothing to show
  static Salvaged salvage(Reader text, UUID otherwise) throws IOException {
    ChatReader reader = new ChatReader(false);
    try {
      reader.walk(text);
    } catch (IOException damage) {
      reader.noteFirst(damage);
    }
    int seen = reader.conversation.size() + reader.skipped;
    if (reader.conversation.isEmpty()) {
      throw new BadChat(reader.problem);
    }
    if (!reader.rest.has("id")) {
      reader.rest.put("id", otherwise.toString());
    }
    return new Salvaged(reader.assemble(new Fields(reader.rest, "the chat")).chat(), seen, reader.problem);
  }

  private void noteFirst(IOException damage) {
    problem = problem.isEmpty() ? Json.reason(damage) : problem;
  }

  private void walk(Reader text) throws IOException {
    try (JsonParser in = Json.MAPPER.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new BadChat("it is no chat: it doesn't begin with {");
      }
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "conversation" -> {
            hasConversation = true;
            messages(in, name, conversation);
          }
          case "branches" -> messages(in, name, branches);
          default -> rest.set(name, Json.MAPPER.<JsonNode> readTree(in));
        }
      }
      if (in.nextToken() != null) {
        throw new BadChat("something follows its end");
      }
      if (!hasConversation) {
        throw new BadChat("it is no chat: it has no conversation");
      }
    }
  }

  private void messages(JsonParser in, String name, List<MessageJson.Read> into)
      throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw new BadChat("its " + name + " is not a list");
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String what = "message " + (into.size() + 1) + " of its " + name;
      JsonNode node = Json.MAPPER.readTree(in);
      try {
        into.add(MessageJson.read(node, what));
      } catch (BadChat bad) {
        if (strict) {
          throw bad;
        }
        noteFirst(bad);
        skipped += into == conversation ? 1 : 0;
      }
    }
  }

  private Read assemble(Fields fields) throws IOException {
    int schema = schema(fields.number("schema"));
    Optional<Fields> metadata = fields.optionalObject("metadata");
    Instant created = created(fields, metadata);
    UUID id = schema == 1 ? legacyId(created) : fields.id("id").orElseThrow(() -> new BadChat("it has no id"));
    List<Message> path = fill(id, created, conversation);
    Chat chat = new Chat(
        id,
        fields.optionalText("title").orElse(""),
        created,
        path,
        fill(id, created, branches),
        savePoints(fields.object().get("save_points"), created),
        metadata.isEmpty() ? Map.of() : metadata.get().except(ChatWriter.KNOWN_METADATA),
        fields.except(ChatWriter.KNOWN));
    return new Read(chat, schema);
  }

  /// The number in the file's `schema` field; a file without one is the original program's.
  static int schema(long number) throws BadChat {
    if (number == 0 || number > Integer.MAX_VALUE) {
      throw new BadChat("its schema is no version number");
    }
    return number < 0 ? 1 : (int) number;
  }

  /// The chat's time, exact where the file has it; the epoch when it has none at all.
  private static Instant created(Fields fields, Optional<Fields> metadata) throws IOException {
    if (metadata.isPresent()) {
      Optional<Instant> exact = metadata.get().time("created");
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    return fields.time("timestamp").orElse(Instant.EPOCH);
  }

  private UUID legacyId(Instant created) {
    if (conversation.isEmpty()) {
      return LegacyIds.chat(created, "", "");
    }
    Message first = conversation.getFirst().message();
    return LegacyIds.chat(created, first.role().wireName(), first.content());
  }

  private static List<Message> fill(UUID chat, Instant created, List<MessageJson.Read> read) {
    List<Message> filled = new ArrayList<>(read.size());
    Optional<UUID> before = Optional.empty();
    for (int i = 0; i < read.size(); i++) {
      Message message = read.get(i).filled(chat, created, i, before);
      filled.add(message);
      before = Optional.of(message.id());
    }
    return filled;
  }

  private static List<SavePoint> savePoints(JsonNode node, Instant otherwise) throws IOException {
    List<SavePoint> points = new ArrayList<>();
    if (node == null || node.isNull()) {
      return points;
    }
    if (!node.isArray()) {
      throw new BadChat("its save_points are not a list");
    }
    for (JsonNode point : node) {
      Fields fields = Fields.of(point, "save point " + (points.size() + 1));
      UUID head = fields.id("head").orElseThrow(() -> new BadChat(fields.what() + " has no head"));
      points.add(new SavePoint(fields.text("name"), fields.time("created").orElse(otherwise), head));
    }
    return points;
  }
}
