package dev.chatstream.store.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chatstream.core.chat.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One message of any program, as an object with a role and a content that [MessageJson] takes.
///
/// @param doubt what was guessed, in words; empty when nothing was
record LooseMessage(ObjectNode node, String doubt) {

  private static final Map<String, Role> OTHER_ROLES = Map.of(
      "human", Role.USER,
      "you", Role.USER,
      "prompter", Role.USER,
      "user query", Role.USER,
      "bot", Role.ASSISTANT,
      "ai", Role.ASSISTANT,
      "model", Role.ASSISTANT,
      "gpt", Role.ASSISTANT,
      "assistant response", Role.ASSISTANT);
  private static final List<String> ROLES = List.of("role", "sender", "author", "from", "type");
  private static final List<String> CONTENTS = List.of("content", "text", "message", "value");
  private static final List<String> KEPT = List.of("thinking", "model");

  /// @param afterUser whether the message before is a person's: one without a role answers it
  static LooseMessage of(JsonNode source, boolean afterUser) {
    List<String> doubts = new ArrayList<>();
    ObjectNode node = Json.MAPPER.createObjectNode();
    String roleKey = first(source, ROLES);
    String contentKey = first(source, CONTENTS);
    node.put("role", role(source.path(roleKey), afterUser, doubts).wireName());
    node.put("content", source.isTextual() ? source.textValue() : content(source.path(contentKey), doubts));
    for (String name : KEPT) {
      if (source.path(name).isTextual()) {
        node.set(name, source.get(name));
      }
    }
    source.properties().forEach(field -> {
      String name = field.getKey();
      if (!MessageJson.KNOWN.contains(name) && !name.equals(roleKey) && !name.equals(contentKey)) {
        node.set(name, field.getValue());
      }
    });
    return new LooseMessage(node, String.join("; ", doubts));
  }

  private static String first(JsonNode source, List<String> names) {
    return names.stream().filter(source::hasNonNull).findFirst().orElse(names.getFirst());
  }

  private static Role role(JsonNode node, boolean afterUser, List<String> doubts) {
    String name = node.isTextual() ? node.textValue() : "";
    Optional<Role> known = Role.parse(name);
    if (known.isPresent()) {
      return known.get();
    }
    Role other = OTHER_ROLES.get(name.strip().toLowerCase(Locale.ROOT));
    Role taken = other != null ? other : afterUser ? Role.ASSISTANT : Role.USER;
    String written = name.isEmpty() ? "it has no role" : "its role is \"" + name + "\"";
    doubts.add(written + ", taken for " + taken.wireName());
    return taken;
  }

  private static String content(JsonNode node, List<String> doubts) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isMissingNode() || node.isNull()) {
      doubts.add("it has no text");
      return "";
    }
    doubts.add("its text stands in parts");
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(LooseMessage::part).collect(Collectors.joining("\n"))
        : part(node);
  }

  private static String part(JsonNode node) {
    return node.isTextual()
        ? node.textValue()
        : node.path("text").isTextual()
            ? node.get("text").textValue()
            : node.toString();
  }
}
