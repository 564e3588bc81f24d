package dev.chatstream.core.task;

import dev.chatstream.core.find.Folding;
import dev.chatstream.core.find.Needle;
import dev.chatstream.core.preference.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules by which rows get a category, as a person writes them: `category = rule` a line, `#` before a comment. A
/// rule is made of conditions with blanks between them, all of which have to hold: `text:word`, `text:"some words"`,
/// `tag:name`, `source:chat` (made of a chat), `source:hand` (typed), `source:` and the beginning of a chat's id. The
/// first rule that holds counts. A category without a rule is known by its name alone, for models and for people.
///
/// @param labels the categories, in the order of the lines
/// @param problems what is wrong, with its place; such a line is left out
public record CategoryRules(List<String> labels, List<Rule> rules, List<Problem> problems) {

  /// More are not looked at.
  private static final int MOST_LINES = 2_000;

  private static final int LONGEST_LABEL = 60;

  /// One rule.
  public record Rule(String label, List<Condition> conditions) {}

  /// What has to hold of a row.
  public sealed interface Condition {
    /// Whether it does.
    boolean holds(TaskRow row);
  }

  /// These words stand in its text.
  public record Text(Needle words) implements Condition {
    @Override
    public boolean holds(TaskRow row) {
      return words.in(row.cell("content"));
    }
  }

  /// It has this tag.
  public record Tag(String folded) implements Condition {
    @Override
    public boolean holds(TaskRow row) {
      for (String tag : row.cell("tags").strip().split("\\s+")) {
        if (Folding.fold(tag).equals(folded)) {
          return true;
        }
      }
      return false;
    }
  }

  /// It comes from there.
  ///
  /// @param from `chat`, `hand`, or the beginning of a chat's id
  public record Source(String from) implements Condition {
    @Override
    public boolean holds(TaskRow row) {
      String source = row.cell("source");
      return switch (from) {
        case "chat" -> !source.isEmpty();
        case "hand" -> source.isEmpty();
        default -> source.startsWith(from);
      };
    }
  }

  /// Copies the lists.
  public CategoryRules {
    labels = List.copyOf(labels);
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /// The category of a row by the first rule that holds.
  public Optional<String> label(TaskRow row) {
    return rules.stream()
        .filter(rule -> rule.conditions().stream().allMatch(condition -> condition.holds(row)))
        .map(Rule::label)
        .findFirst();
  }

  /// Reads the lines.
  public static CategoryRules of(List<String> lines) {
    Set<String> labels = new LinkedHashSet<>();
    List<Rule> rules = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
      new Line(lines.get(i), i + 1, problems).read(labels, rules);
    }
    return new CategoryRules(List.copyOf(labels), rules, problems);
  }

  private record Line(String text, int number, List<Problem> problems) {

    void read(Set<String> labels, List<Rule> rules) {
      int begin = begin(text, text.startsWith("\uFEFF") ? 1 : 0);
      if (begin == text.length() || text.charAt(begin) == '#') {
        return;
      }
      int equals = text.indexOf('=', begin);
      String label = equals < 0 ? "" : text.substring(begin, equals).strip();
      if (label.isEmpty() || label.length() > LONGEST_LABEL) {
        problem(begin, equals < 0
            ? "There is no = in this line, which is left out. A line is category = rule."
            : "A category has 1 to " + LONGEST_LABEL + " characters. The line is left out.");
        return;
      }
      List<Condition> conditions = new ArrayList<>();
      if (conditions(equals + 1, conditions)) {
        labels.add(label);
        if (!conditions.isEmpty()) {
          rules.add(new Rule(label, List.copyOf(conditions)));
        }
      }
    }

    /// @return false when one of them can't be followed
    private boolean conditions(int from, List<Condition> into) {
      for (int at = begin(text, from); at < text.length(); at = begin(text, end(at))) {
        int end = end(at);
        String part = text.substring(at, end);
        int colon = part.indexOf(':');
        String value = colon < 0 ? "" : part.substring(colon + 1);
        boolean open = value.startsWith("\"") && (value.length() == 1 || !value.endsWith("\""));
        String bare = value.startsWith("\"") && !open ? value.substring(1, value.length() - 1) : value;
        Optional<Condition> condition = colon < 0 || open ? Optional.empty() : of(part.substring(0, colon), bare);
        if (condition.isEmpty()) {
          problem(at, open
              ? "This quote is never closed. The line is left out."
              : part + " is no condition: text:word, tag:name or source:chat. The line is left out.");
          return false;
        }
        into.add(condition.get());
      }
      return true;
    }

    private static Optional<Condition> of(String name, String value) {
      if (value.isBlank()) {
        return Optional.empty();
      }
      return switch (name) {
        case "text" -> Needle.of(value).map(Text::new);
        case "tag" -> Optional.of(new Tag(Folding.fold(value)));
        case "source" -> Optional.of(new Source(value));
        default -> Optional.empty();
      };
    }

    /// Blanks within quotes end nothing.
    private int end(int from) {
      boolean quoted = false;
      int at = from;
      while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
        quoted ^= text.charAt(at) == '"';
        at++;
      }
      return at;
    }

    private static int begin(String text, int from) {
      int at = from;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private void problem(int at, String sentence) {
      problems.add(new Problem(number, at + 1, sentence));
    }
  }
}
