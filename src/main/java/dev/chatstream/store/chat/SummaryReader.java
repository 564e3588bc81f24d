package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.chatstream.core.chat.ChatLabels;
import dev.chatstream.core.chat.Role;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads what a list shows of a chat; its texts pass by without being kept.
final class SummaryReader {

  /// @param labels its tags, and whether it is pinned
  /// @param title its title; empty when it has none
  /// @param question the beginning of the first question; empty when nothing was asked
  record Summary(UUID id, String title, String question, int messages, String model, int schema, ChatLabels labels) {}

  private static final int TITLE_CHARACTERS = 200;

  private int schema = 1;
  private String id = "";
  private String title = "";
  private String timestamp = "";
  private String exactTime = "";
  private int messages;
  private String model = "";
  private String firstRole = "";
  private String firstContent = "";
  private String question = "";
  private boolean hasConversation;
  private boolean pinned;
  private final List<String> tags = new ArrayList<>();

  private SummaryReader() {}

  static Summary read(Reader text) throws IOException {
    SummaryReader reader = new SummaryReader();
    try (JsonParser in = Json.MAPPER.createParser(text)) {
      reader.chat(in);
    }
    return reader.summary();
  }

  private void chat(JsonParser in) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new BadChat("it is no chat: it doesn't begin with {");
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      switch (name) {
        case "schema" -> schema = ChatReader.schema(value == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : 0);
        case "id" -> id = text(in);
        case "title" -> title = text(in);
        case "timestamp" -> timestamp = text(in);
        case "conversation" -> conversation(in);
        case "metadata" -> metadata(in);
        default -> in.skipChildren();
      }
    }
    if (in.nextToken() != null) {
      throw new BadChat("something follows its end");
    }
  }

  private void conversation(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw new BadChat("its conversation is not a list");
    }
    hasConversation = true;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      messages++;
      message(in);
    }
  }

  private void metadata(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (name.equals("created")) {
        exactTime = text(in);
      } else if (name.equals(ChatLabels.PINNED)) {
        pinned = value == JsonToken.VALUE_TRUE;
        in.skipChildren();
      } else if (name.equals(ChatLabels.TAGS) && value == JsonToken.START_ARRAY) {
        while (in.nextToken() != JsonToken.END_ARRAY) {
          tags.add(text(in));
        }
      } else {
        in.skipChildren();
      }
    }
  }

  private void message(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new BadChat("message " + messages + " of its conversation is not an object");
    }
    String role = "";
    String content = "";
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "role" -> role = text(in);
        case "model" -> model = text(in);
        case "content" -> content = question.isEmpty() ? text(in) : content;
        default -> in.skipChildren();
      }
    }
    if (messages == 1) {
      firstRole = Role.parse(role).map(Role::wireName).orElse(role);
      firstContent = content;
    }
    if (question.isEmpty() && role.equalsIgnoreCase(Role.USER.wireName())) {
      question = content.strip().lines().findFirst().orElse("");
    }
  }

  private static String text(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    in.skipChildren();
    return "";
  }

  private Summary summary() throws IOException {
    if (!hasConversation) {
      throw new BadChat("it is no chat: it has no conversation");
    }
    UUID whole = schema == 1 ? LegacyIds.chat(created(), firstRole, firstContent) : Fields.uuid(id);
    return new Summary(whole, shortened(title), shortened(question), messages, model, schema,
        new ChatLabels(tags, pinned));
  }

  /// As [ChatReader] takes it, for a chat of the original program has its id from its time.
  private Instant created() throws IOException {
    if (!exactTime.isEmpty()) {
      return Times.parse(exactTime);
    }
    return timestamp.isEmpty() ? Instant.EPOCH : Times.parse(timestamp);
  }

  private static String shortened(String whole) {
    if (whole.codePointCount(0, whole.length()) <= TITLE_CHARACTERS) {
      return whole;
    }
    return whole.substring(0, whole.offsetByCodePoints(0, TITLE_CHARACTERS));
  }
}
