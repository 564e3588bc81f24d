package dev.chatstream.core.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the model is asked for each row: a text with fields such as `{{content}}`, each of which a column of the row
/// fills. What a cell holds is never read as a template itself.
///
/// @param text as it was typed
public record PromptTemplate(String text) {

  /// The row's text, and nothing around it.
  public static final PromptTemplate CONTENT = new PromptTemplate("{{content}}");

  private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /// The columns that it names, each once, in their order.
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    Matcher found = FIELD.matcher(text);
    while (found.find()) {
      fields.add(found.group(1));
    }
    return fields;
  }

  /// Why it can't be used with a list of these columns, as a sentence; empty when it can.
  public Optional<String> refusal(Collection<String> columns) {
    if (text.isBlank()) {
      return Optional.of("The prompt is empty. {{content}} stands for the text of a row.");
    }
    if (fields().isEmpty()) {
      return Optional.of("The prompt names no column, so each row would get the same question. {{content}} stands for"
          + " the text of a row.");
    }
    List<String> unknown = new ArrayList<>(fields());
    unknown.removeAll(columns);
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String names = "{{" + String.join("}}, {{", unknown) + "}}";
    return Optional.of("The list has no column for " + names + ". It has: " + String.join(", ", columns) + ".");
  }

  /// The prompt of a row.
  ///
  /// @param cells by column; one that is missing is empty
  public String fill(Map<String, String> cells) {
    StringBuilder filled = new StringBuilder();
    Matcher found = FIELD.matcher(text);
    int from = 0;
    while (found.find()) {
      filled.append(text, from, found.start()).append(cells.getOrDefault(found.group(1), ""));
      from = found.end();
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// Whether the row has something to ask about: a cell that is named and isn't blank.
  public boolean hasContent(Map<String, String> cells) {
    return fields().stream().anyMatch(field -> !cells.getOrDefault(field, "").isBlank());
  }
}
