package dev.chatstream.cli;

import dev.chatstream.core.doubles.DoubleGroup;
import dev.chatstream.core.doubles.DoubleRow;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A group of doubles as a JSON object on one line.
final class DoublesJson {

  private DoublesJson() {}

  /// `indices` and `places` are those of the same rows; an index that is none is null.
  static String of(DoubleGroup group, String kind, String part) {
    String text = JsonLine.of(Map.of("text", group.rows().getFirst().text()));
    return "{\"kind\":\"" + kind + "\",\"likeness\":" + part + ",\"count\":" + group.count()
        + ",\"indices\":" + array(group, row -> row.index() < 0 ? "null" : Long.toString(row.index()))
        + ",\"places\":" + array(group, row -> Long.toString(row.place()))
        + "," + text.substring(1);
  }

  private static String array(DoubleGroup group, Function<DoubleRow, String> words) {
    return group.rows().stream().map(words).collect(Collectors.joining(",", "[", "]"));
  }
}
