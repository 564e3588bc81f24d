package dev.chatstream.core.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A row of a list that is merged.
///
/// @param cells by the names of their columns
public record MergeRow(Map<String, String> cells) {

  static final String ID = "id";
  static final String INDEX = "index";
  static final String CONTENT = "content";
  static final String UPDATED = "updated";

  /// The text of this column, or empty when it has none.
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /// What never changes about it; empty when it has none.
  public String id() {
    return cell(ID);
  }

  /// The number that people see, as it stands there.
  public String index() {
    return cell(INDEX);
  }

  /// Its text.
  public String content() {
    return cell(CONTENT);
  }

  MergeRow with(String column, String value) {
    Map<String, String> other = new LinkedHashMap<>(cells);
    other.put(column, value);
    return new MergeRow(other);
  }

  /// All that makes it this row, without its number and the time of its last change; empty cells don't count.
  Map<String, String> substance() {
    Map<String, String> substance = new TreeMap<>(cells);
    substance.remove(INDEX);
    substance.remove(UPDATED);
    substance.remove(ID);
    substance.values().removeIf(String::isEmpty);
    return substance;
  }
}
