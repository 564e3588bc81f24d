package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chatstream.engine.server.Generator.ChatMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A call to `/api/chat` or `/api/generate`, checked, before it waits for the model.
///
/// @param chat whether the answer has the form of a chat's
/// @param messages of the chat, or of the chat that a prompt is; empty to load or unload
/// @param rawPrompt a prompt to which no template is put, or empty
/// @param schema of the answer, or empty
record TextCall(boolean chat, List<ChatMessage> messages, String rawPrompt, Options options, String schema,
    boolean stream, Duration keepAlive) {
  private static final Set<String> ROLES = Set.of("system", "user", "assistant");
  private static final List<String> NOT_OFFERED = List.of("suffix", "context", "template");

  /// @param model for words
  static TextCall chat(ObjectNode call, String model) throws ApiException {
    refuse(call, model);
    return of(call, true, messages(call.path("messages"), model), "");
  }

  /// @param model for words
  static TextCall generate(ObjectNode call, String model) throws ApiException {
    refuse(call, model);
    for (String name : NOT_OFFERED) {
      if (Fields.given(call, name)) {
        throw ApiException.bad("this engine doesn't take " + name);
      }
    }
    String prompt = Fields.text(call, "prompt");
    String system = Fields.text(call, "system");
    if (Fields.flag(call, "raw", false)) {
      return of(call, false, List.of(), prompt);
    }
    List<ChatMessage> messages = new ArrayList<>();
    if (!prompt.isEmpty()) {
      if (!system.isEmpty()) {
        messages.add(new ChatMessage("system", system));
      }
      messages.add(new ChatMessage("user", prompt));
    }
    return of(call, false, messages, "");
  }

  private static TextCall of(ObjectNode call, boolean chat, List<ChatMessage> messages, String raw)
      throws ApiException {
    return new TextCall(chat, messages, raw, Options.of(call.path("options")), Format.schema(call.path("format")),
        Fields.flag(call, "stream", true), KeepAlive.of(call.path("keep_alive")));
  }

  private static void refuse(ObjectNode call, String model) throws ApiException {
    JsonNode think = call.path("think");
    if (think.isTextual() || (think.isBoolean() && think.booleanValue())) {
      throw ApiException.bad("\"" + model + "\" does not support thinking");
    }
    if (Fields.given(call, "tools")) {
      throw ApiException.bad(model + " does not support tools");
    }
    refuseImages(call, model);
  }

  private static void refuseImages(JsonNode part, String model) throws ApiException {
    if (Fields.given(part, "images")) {
      throw ApiException.bad(model + " does not support images");
    }
  }

  private static List<ChatMessage> messages(JsonNode list, String model) throws ApiException {
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      Fields.wrong("messages", "an array");
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isObject()) {
        Fields.wrong("messages", "an array of objects");
      }
      String role = Fields.text(item, "role");
      if (!ROLES.contains(role)) {
        throw ApiException.bad("message role \"" + role + "\" isn't supported: system, user or assistant");
      }
      refuseImages(item, model);
      messages.add(new ChatMessage(role, Fields.text(item, "content")));
    }
    return messages;
  }

  /// Whether it asks for no text: to load the model, or to let it go.
  boolean empty() {
    return messages.isEmpty() && rawPrompt.isEmpty();
  }
}
