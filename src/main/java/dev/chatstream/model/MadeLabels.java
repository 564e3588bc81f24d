package dev.chatstream.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The categories in what a model answered. Only those that there are count, only rows that were asked about, and each
/// row once; the rest of what it says is as if it had said nothing.
public final class MadeLabels {

  /// What it says of one row.
  ///
  /// @param row its number, from 0
  /// @param confidence from 0 to 1
  public record Label(int row, String label, double confidence) {}

  private MadeLabels() {}

  /// Reads an answer; of one that is no JSON, or cut short, nothing counts.
  ///
  /// @param rows how many were asked about
  public static List<Label> of(String answer, List<String> labels, int rows) {
    List<Label> found = new ArrayList<>();
    boolean[] seen = new boolean[rows];
    int start = answer.indexOf('{');
    byte[] json = answer.substring(Math.max(0, start)).getBytes(StandardCharsets.UTF_8);
    try {
      for (JsonNode each : Wire.tree(json, 0, json.length).path("rows")) {
        int row = each.path("number").asInt(0) - 1;
        Optional<String> label = label(each.path("category").asText(""), labels);
        if (row >= 0 && row < rows && !seen[row] && label.isPresent()) {
          seen[row] = true;
          found.add(new Label(row, label.get(), confidence(each.path("confidence").asDouble(0))));
        }
      }
    } catch (IOException noJson) {
      return List.of();
    }
    return List.copyOf(found);
  }

  private static Optional<String> label(String said, List<String> labels) {
    String wanted = said.strip().toLowerCase(Locale.ROOT);
    return labels.stream().filter(label -> label.toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
  }

  /// Some models count in hundredths.
  private static double confidence(double said) {
    double share = said > 1 && said <= 100 ? said / 100 : said;
    return Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0);
  }
}
