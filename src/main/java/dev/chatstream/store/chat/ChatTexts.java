package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.chatstream.core.chat.Role;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.UUID;

/// Reads the texts of a chat, one message after the other, keeping none of them.
final class ChatTexts {

  /// A message as it stands in the file.
  ///
  /// @param id empty where the file has none
  /// @param index its place on the path, from 0; -1 on a branch
  record Text(Optional<UUID> id, int index, Optional<Role> role, String content) {}

  /// Gets each message.
  interface Visitor {

    /// The title of the chat; it may come after the messages.
    void title(String title);

    /// The next message.
    ///
    /// @return false to read no further
    boolean message(Text text);
  }

  private final JsonParser in;
  private final Visitor visitor;
  private String id = "";
  private boolean enough;

  private ChatTexts(JsonParser in, Visitor visitor) {
    this.in = in;
    this.visitor = visitor;
  }

  /// Reads a chat.
  ///
  /// @return its id; empty when the file has none that can be read
  static Optional<UUID> read(Reader text, Visitor visitor) throws IOException {
    try (JsonParser in = Json.MAPPER.createParser(text)) {
      ChatTexts texts = new ChatTexts(in, visitor);
      texts.chat();
      return uuid(texts.id);
    }
  }

  private void chat() throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new BadChat("it is no chat: it doesn't begin with {");
    }
    while (!enough && in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "id" -> id = text();
        case "title" -> visitor.title(text());
        case "conversation" -> messages(true);
        case "branches" -> messages(false);
        default -> in.skipChildren();
      }
    }
  }

  private void messages(boolean path) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw new BadChat("its messages are not a list");
    }
    for (int index = 0; !enough && in.nextToken() != JsonToken.END_ARRAY; index++) {
      message(path ? index : -1);
    }
  }

  private void message(int index) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw new BadChat("a message is not an object");
    }
    String messageId = "";
    String role = "";
    String content = "";
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "id" -> messageId = text();
        case "role" -> role = text();
        case "content" -> content = text();
        default -> in.skipChildren();
      }
    }
    enough = !visitor.message(new Text(uuid(messageId), index, Role.parse(role), content));
  }

  private String text() throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    in.skipChildren();
    return "";
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty(); // It is found by its place.
    }
  }
}
