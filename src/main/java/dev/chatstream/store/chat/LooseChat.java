package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads what a strict reader refuses: a chat that breaks off, roles and contents of other programs, a bare list of
/// messages. What it makes of it goes through [ChatReader], so that there is one way to make a chat of a file.
final class LooseChat {

  /// @param doubts for each message why it may be otherwise; an empty text where it was read for certain
  /// @param damage why the file could not be read to its end; empty when it could
  record Read(ChatReader.Read chat, List<String> doubts, String damage) {}

  private static final Set<String> CONVERSATION = Set.of("conversation", "messages", "history", "chat");
  private static final JsonFactory FACTORY = new JsonFactoryBuilder()
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
      .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
      .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxStringLength(Json.LONGEST_TEXT)
          .maxNestingDepth(Json.DEEPEST)
          .build())
      .build();

  private final ObjectNode rest = Json.MAPPER.createObjectNode();
  private final ArrayNode messages = Json.MAPPER.createArrayNode();
  private final List<String> doubts = new ArrayList<>();
  private boolean hasConversation;
  private String damage = "";

  private LooseChat() {}

  /// @throws BadChat when there is no conversation in it
  static Read read(Reader text) throws IOException {
    LooseChat loose = new LooseChat();
    try (JsonParser in = FACTORY.createParser(text)) {
      in.setCodec(Json.MAPPER);
      loose.whole(in);
    } catch (JsonProcessingException broken) {
      loose.damage = Json.reason(broken);
    }
    if (!loose.hasConversation || (loose.messages.isEmpty() && !loose.damage.isEmpty())) {
      throw new BadChat("it is no chat: it has no conversation");
    }
    return new Read(ChatReader.read(new StringReader(loose.tree().toString())), loose.doubts, loose.damage);
  }

  private void whole(JsonParser in) throws IOException {
    JsonToken first = in.nextToken();
    if (first == JsonToken.START_ARRAY) {
      conversation(in);
    } else if (first == JsonToken.START_OBJECT) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        boolean list = in.nextToken() == JsonToken.START_ARRAY;
        if (list && !hasConversation && CONVERSATION.contains(name)) {
          conversation(in);
        } else {
          rest.set(name, Json.MAPPER.<JsonNode> readTree(in));
        }
      }
    }
    if (hasConversation && in.nextToken() != null) {
      damage = "something follows its end";
    }
  }

  private void conversation(JsonParser in) throws IOException {
    hasConversation = true;
    boolean user = false;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      LooseMessage message = LooseMessage.of(Json.MAPPER.readTree(in), user);
      messages.add(message.node());
      doubts.add(message.doubt());
      user = message.node().get("role").textValue().equals("user");
    }
  }

  /// A chat in the original program's form, or in ours where its id can be kept.
  private ObjectNode tree() {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    if (text("id") != null && isId(text("id"))) {
      tree.put("schema", ChatWriter.SCHEMA).put("id", text("id"));
    }
    if (text("title") != null) {
      tree.put("title", text("title"));
    }
    if (text("timestamp") != null && isTime(text("timestamp"))) {
      tree.put("timestamp", text("timestamp"));
    }
    rest.properties().forEach(field -> {
      if (!ChatWriter.KNOWN.contains(field.getKey())) {
        tree.set(field.getKey(), field.getValue());
      }
    });
    tree.set("conversation", messages);
    if (rest.get("metadata") instanceof ObjectNode metadata) {
      tree.set("metadata", metadata.without(ChatWriter.KNOWN_METADATA));
    }
    return tree;
  }

  private String text(String name) {
    JsonNode value = rest.get(name);
    return value == null ? null : value.textValue();
  }

  private static boolean isId(String text) {
    try {
      return Fields.uuid(text) != null;
    } catch (IOException e) {
      return false; // Then the chat gets one from its content.
    }
  }

  private static boolean isTime(String text) {
    try {
      return Times.parse(text) != null;
    } catch (IOException e) {
      return false; // Then the chat has none.
    }
  }
}
