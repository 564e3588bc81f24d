package dev.chatstream.core.doubles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an earlier row holds once a double of it was taken into it. Its index and id never change.
public final class RowUnion {

  private static final String CONTENT = "content";
  private static final String TAGS = "tags";

  private RowUnion() {}

  /// With the other one's text, and where that came from.
  ///
  /// @param now the time, ISO 8601
  public static Map<String, String> replaced(Map<String, String> there, Map<String, String> other, String now) {
    Map<String, String> cells = new LinkedHashMap<>(there);
    for (String column : List.of(CONTENT, "role", "source", "model")) {
      cells.computeIfPresent(column, (name, own) -> other.getOrDefault(name, own));
    }
    cells.computeIfPresent("updated", (name, own) -> now);
    return cells;
  }

  /// With all that it lacks: empty cells are filled, tags are joined, another text follows its own.
  ///
  /// @param now the time, ISO 8601
  public static Map<String, String> merged(Map<String, String> there, Map<String, String> other, String now) {
    Map<String, String> cells = new LinkedHashMap<>(there);
    cells.replaceAll((name, own) -> own.isEmpty() ? other.getOrDefault(name, "") : own);
    cells.computeIfPresent(TAGS, (name, own) -> tags(own, other.getOrDefault(TAGS, "")));
    cells.computeIfPresent(CONTENT, (name, own) -> text(own, other.getOrDefault(CONTENT, "")));
    cells.computeIfPresent("updated", (name, own) -> now);
    return cells;
  }

  private static String text(String own, String other) {
    return NormalText.of(own).equals(NormalText.of(other)) || other.isBlank() ? own : own + "\n\n" + other;
  }

  private static String tags(String own, String other) {
    Set<String> all = new LinkedHashSet<>();
    for (String tag : (own + " " + other).split("\\s+")) {
      if (!tag.isEmpty()) {
        all.add(tag);
      }
    }
    return String.join(" ", new ArrayList<>(all));
  }
}
