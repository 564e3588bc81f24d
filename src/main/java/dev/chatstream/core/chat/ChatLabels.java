package dev.chatstream.core.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person put on a chat to find it again. It stands in the metadata of the chat's file, where versions that
/// don't know it keep it.
///
/// @param tags words without blanks, in their order
/// @param pinned whether it stands before the others
public record ChatLabels(List<String> tags, boolean pinned) {

  /// The keys in the file's metadata.
  public static final String TAGS = "tags";
  /// Whether it stands before the others: true or not there.
  public static final String PINNED = "pinned";

  /// No label at all.
  public static final ChatLabels NONE = new ChatLabels(List.of(), false);

  private static final int MOST_TAGS = 16;
  private static final int LONGEST_TAG = 40;

  /// Takes each tag once, so many of them and so much of each as there is room for.
  public ChatLabels {
    tags = tags.stream().map(ChatLabels::tag).filter(tag -> !tag.isEmpty()).distinct().limit(MOST_TAGS).toList();
  }

  /// Those of this chat. What is no tag is not taken, and stays in the file as it is.
  public static ChatLabels of(Chat chat) {
    return of(chat.metadata().get(TAGS), chat.metadata().get(PINNED));
  }

  private static ChatLabels of(Object tags, Object pinned) {
    List<String> found = new ArrayList<>();
    if (tags instanceof List<?> list) {
      list.forEach(tag -> {
        if (tag instanceof String text) {
          found.add(text);
        }
      });
    }
    return new ChatLabels(found, Boolean.TRUE.equals(pinned));
  }

  /// Tags as a person types them: with blanks or commas between them.
  public static List<String> typed(String text) {
    return List.of(text.strip().split("[\\s,]+"));
  }

  /// The chat with these labels.
  public Chat on(Chat chat) {
    Map<String, Object> metadata = new LinkedHashMap<>(chat.metadata());
    ChatLabels before = of(chat);
    if (!before.tags().equals(tags)) {
      put(metadata, TAGS, tags, tags.isEmpty());
    }
    if (before.pinned() != pinned) {
      put(metadata, PINNED, true, !pinned);
    }
    return chat.withMetadata(metadata);
  }

  private static void put(Map<String, Object> metadata, String key, Object value, boolean none) {
    if (none) {
      metadata.remove(key);
    } else {
      metadata.put(key, value);
    }
  }

  /// One word, without what would not be seen or would break a line.
  private static String tag(String text) {
    StringBuilder kept = new StringBuilder();
    text.strip().codePoints()
        .filter(code -> Character.isLetterOrDigit(code) || code == '-' || code == '_' || code == '.' || code == '/'
            || Character.getType(code) == Character.NON_SPACING_MARK)
        .limit(LONGEST_TAG)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
