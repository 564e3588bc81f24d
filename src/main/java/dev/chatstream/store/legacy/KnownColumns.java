package dev.chatstream.store.legacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the columns of a list are called: our names, and those that other programs use for the two that matter most.
public final class KnownColumns {

  /// The number that people see.
  public static final String INDEX = "index";

  /// The text of a task.
  public static final String CONTENT = "content";

  /// Where a row came from, `chatId/messageId`.
  public static final String SOURCE = "source";

  /// Who wrote it.
  public static final String ROLE = "role";

  /// All columns of a list that we create, in order.
  public static final List<String> OURS = List.of(
      INDEX,
      "id",
      "created",
      "updated",
      ROLE,
      CONTENT,
      "status",
      "priority",
      "tags",
      "category",
      "due",
      SOURCE,
      "model",
      "result");

  private static final Set<String> NUMBERS = Set.of("no", "no.", "nr", "nr.", "number", "#");
  private static final List<String> TEXTS = List.of(
      "text", "task", "title", "description", "summary", "message", "prompt", "name", "item", "note", "notes",
      "subject");
  private static final Map<String, String> OTHERS = Map.of(
      "type", ROLE, "state", "status", "category name", "category", "due date", "due", "label", "tags", "labels",
      "tags");

  private KnownColumns() {}

  /// How a column's name is compared: spaces around it and upper and lower case don't matter.
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// How well this name says that it is a column of a list: 2 is one of ours, 1 one of others', 0 neither.
  static int fit(String name) {
    String key = key(name);
    return OURS.contains(key) ? 2 : NUMBERS.contains(key) || TEXTS.contains(key) || OTHERS.containsKey(key) ? 1 : 0;
  }

  /// Our name for each of these columns, or its own where we have none; each name once.
  static String[] meanings(List<String> columns) {
    String[] meanings = new String[columns.size()];
    for (int i = 0; i < meanings.length; i++) {
      String key = key(columns.get(i));
      meanings[i] = OURS.contains(key) && !has(meanings, key) ? key : "";
    }
    give(meanings, columns, INDEX, List.copyOf(NUMBERS));
    give(meanings, columns, CONTENT, TEXTS);
    OTHERS.forEach((theirs, ours) -> give(meanings, columns, ours, List.of(theirs)));
    return meanings;
  }

  /// The first column of these names gets this meaning, unless another one has it.
  private static void give(String[] meanings, List<String> columns, String meaning, List<String> names) {
    for (String name : names) {
      for (int i = 0; i < meanings.length && !has(meanings, meaning); i++) {
        if (meanings[i].isEmpty() && key(columns.get(i)).equals(name)) {
          meanings[i] = meaning;
        }
      }
    }
  }

  private static boolean has(String[] meanings, String meaning) {
    for (String one : meanings) {
      if (meaning.equals(one)) {
        return true;
      }
    }
    return false;
  }
}
