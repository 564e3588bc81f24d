package dev.chatstream.store.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.chatstream.core.chat.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a damaged chat what can still be read: its head, and every message that is whole, before and behind the
/// damage. Text that is not UTF-8 gets signs of replacement; [Found#whole] tells such messages from others.
public final class ChatSalvage {

  /// What was found.
  ///
  /// @param id empty when it can't be read
  /// @param title empty when it can't be read
  /// @param created empty when it can't be read
  /// @param places how many places could not be read
  public record Found(
      Optional<UUID> id,
      String title,
      Optional<Instant> created,
      List<Message> conversation,
      List<Message> branches,
      int places) {

    /// Whether no part of a message's text had to be replaced.
    public static boolean whole(Message message) {
      return message.content().indexOf(REPLACEMENT) < 0 && message.thinking().indexOf(REPLACEMENT) < 0;
    }
  }

  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern ID =
      Pattern.compile("\\A\\W*\"schema\"\\s*:\\s*\\d+\\s*,\\s*\"id\"\\s*:\\s*\"([-0-9a-fA-F]{36})\"");
  private static final Pattern TITLE =
      Pattern.compile("\\A[^\\[]{0,400}?\"title\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.){0,1000}\")");
  private static final Pattern TIME = Pattern.compile("\\A[^\\[]{0,4000}?\"timestamp\"\\s*:\\s*\"([^\"]{1,40})\"");
  private static final Pattern BRANCHES = Pattern.compile("^ {2}\"branches\" : \\[", Pattern.MULTILINE);

  /// Trying to read at each brace could take for ever on a file that was made for that.
  private static final long MOST_WORK = 64;

  private final String text;
  private final int branchesAt;
  private final List<Message> conversation = new ArrayList<>();
  private final List<Message> branches = new ArrayList<>();
  private final UUID chat;
  private final Instant created;
  private int places;

  private ChatSalvage(String text, UUID chat, Instant created) {
    this.text = text;
    this.chat = chat;
    this.created = created;
    Matcher matcher = BRANCHES.matcher(text);
    int last = Integer.MAX_VALUE;
    while (matcher.find()) {
      last = matcher.start();
    }
    this.branchesAt = last;
  }

  /// Looks through the bytes of a file.
  public static Found of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    Optional<UUID> id = first(ID, text).flatMap(ChatSalvage::uuid);
    Optional<Instant> created = first(TIME, text).flatMap(ChatSalvage::time);
    UUID chat = id.orElseGet(() -> LegacyIds.chat(created.orElse(Instant.EPOCH), "", ""));
    ChatSalvage salvage = new ChatSalvage(text, chat, created.orElse(Instant.EPOCH));
    salvage.collect();
    return new Found(
        id, first(TITLE, text).map(ChatSalvage::unquoted).orElse(""), created,
        List.copyOf(salvage.conversation), List.copyOf(salvage.branches), salvage.places);
  }

  private void collect() {
    long work = 0;
    int begin = text.indexOf("\"conversation\"");
    int at = text.indexOf('{', Math.max(begin, 0));
    boolean inDamage = false;
    while (at >= 0 && work < MOST_WORK * text.length()) {
      Tried tried = objectAt(at);
      work += tried.end() - at;
      if (tried.node() == null) {
        places += inDamage ? 0 : 1;
        inDamage = true;
        at = text.indexOf('{', at + 1);
      } else {
        inDamage = take(tried.node(), at) ? false : inDamage;
        at = text.indexOf('{', tried.end());
      }
    }
  }

  /// @param node null when no whole object begins there
  /// @param end how far it was read
  private record Tried(JsonNode node, int end) {}

  private Tried objectAt(int at) {
    try (JsonParser in = Json.MAPPER.createParser(new CharsFrom(text, at))) {
      try {
        in.nextToken();
        JsonNode node = in.currentToken() == JsonToken.START_OBJECT ? Json.MAPPER.readTree(in) : null;
        return new Tried(node, at + Math.max(1, (int) in.currentLocation().getCharOffset()));
      } catch (IOException broken) {
        return new Tried(null, at + Math.max(1, (int) in.currentLocation().getCharOffset()));
      }
    } catch (IOException broken) {
      return new Tried(null, at + 1);
    }
  }

  /// Other objects than messages, such as save points, are passed over.
  private boolean take(JsonNode node, int at) {
    if (!node.path("role").isTextual() || !node.path("content").isTextual()) {
      return false;
    }
    List<Message> target = at > branchesAt ? branches : conversation;
    try {
      MessageJson.Read read = MessageJson.read(node, "message " + (target.size() + 1));
      Optional<UUID> before = target.isEmpty() ? Optional.empty() : Optional.of(target.getLast().id());
      target.add(read.filled(chat, created, target.size(), before));
      return true;
    } catch (IOException noMessage) {
      places++;
      return false;
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Not the id, then: that is what is being found out.
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Times.parse(text));
    } catch (IOException e) {
      return Optional.empty(); // As above.
    }
  }

  private static String unquoted(String quoted) {
    try {
      return Json.MAPPER.readTree(quoted).asText();
    } catch (IOException e) {
      return ""; // As above.
    }
  }
}
