package dev.chatstream.store.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes plain text lists as the original program wrote them, in which texts hold lines that look like rows: quotes of
/// this list, pieces of another one, a model that goes on numbering, numbered lists, blank lines.
final class HardLists {

  /// A row that was written.
  record Written(long index, boolean user, String content) {

    String text() {
      return index + ". " + (user ? "User Query" : "Assistant Response") + " - " + content;
    }
  }

  private static final List<String> WORDS =
      List.of("plan", "a file", "why", "atomic", "the sea", "1. Wash up", "2. Cook",
          "- one", "# Title", "3. User", "Query - x", "12. Assistant - y", "x = 1;", "計画", "é");

  private final Random random;
  private final List<Written> rows = new ArrayList<>();

  HardLists(long seed) {
    random = new Random(seed);
  }

  /// Makes the rows of a list and gives its text.
  String make() {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      if (part > 0) {
        text.append('\n');
      }
      int messages = 1 + random.nextInt(6);
      boolean user = true;
      for (int i = 0; i < messages; i++) {
        Written row = new Written(rows.size() + 1, user, content());
        rows.add(row);
        text.append(row.text()).append('\n');
        // A question that was stopped is followed by another one.
        user = !user || random.nextInt(30) == 0;
      }
    }
    return text.toString();
  }

  List<Written> rows() {
    return rows;
  }

  private String content() {
    List<String> lines = new ArrayList<>(List.of(words()));
    int more = random.nextInt(4);
    for (int i = 0; i < more; i++) {
      switch (random.nextInt(9)) {
        case 0 -> lines.add(lookalike(1 + random.nextInt(rows.size() + 6), random.nextBoolean()));
        case 1 -> quoted(lines);
        case 2 -> foreign(lines, 1, 1 + random.nextInt(8));
        case 3 -> foreign(lines, 1 + random.nextInt(rows.size() + 4), 1 + random.nextInt(3));
        case 4 -> lines.add("");
        default -> lines.add(words());
      }
    }
    while (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return String.join("\n", lines);
  }

  private void quoted(List<String> lines) {
    if (rows.isEmpty()) {
      return;
    }
    int from = random.nextInt(rows.size());
    int to = Math.min(rows.size(), from + 1 + random.nextInt(3));
    rows.subList(from, to).forEach(row -> lines.addAll(List.of(row.text().split("\n", -1))));
  }

  private void foreign(List<String> lines, int from, int count) {
    boolean user = random.nextInt(4) == 0 ? random.nextBoolean() : from % 2 == 1;
    for (int i = 0; i < count; i++) {
      lines.add(lookalike(from + i, user));
      user = !user;
    }
  }

  private String lookalike(int index, boolean user) {
    return new Written(index, user, words()).text();
  }

  private String words() {
    return WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(1000);
  }
}
