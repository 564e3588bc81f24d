package dev.chatstream.fuzz;

import dev.chatstream.ui.keys.KeyNames;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The readers that are fuzzed, by the name of their corpus.
enum Target {
  LIST(Readers::list),
  IDX(Readers::idx),
  FOREIGN_LIST(Readers::foreignList),
  CHAT(Readers::chat),
  FOREIGN_CHAT(Readers::foreignChat),
  DRAFT(Readers::draft),
  JOURNAL(Readers::journal),
  UNSENT(Readers::unsent),
  SETTINGS(Readers::settings),
  STATE(Readers::state),
  VERSION(Readers::version),
  EDITS((readers, bytes) -> readers.late().edits(bytes)),
  EDIT_HISTORY((readers, bytes) -> readers.late().history(bytes)),
  LAST_APPEND((readers, bytes) -> readers.late().lastAppend(bytes)),
  RUN_JOURNAL((readers, bytes) -> readers.late().runJournal(bytes)),
  RUN_PLAN((readers, bytes) -> readers.late().runPlan(bytes)),
  RUN_ROWS((readers, bytes) -> readers.late().runRows(bytes)),
  NEAR_INDEX((readers, bytes) -> readers.late().near(bytes)),
  THEME((readers, bytes) -> Themes.read(bytes)),
  KEYS((readers, bytes) -> keys(bytes));

  /// Takes one input.
  @FunctionalInterface
  interface Reader {
    void read(Readers readers, byte[] bytes) throws Exception;
  }

  private final Reader reader;

  Target(Reader reader) {
    this.reader = reader;
  }

  void run(Readers readers, byte[] bytes) throws Exception {
    reader.read(readers, bytes);
  }

  /// The folder of its corpus.
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void keys(byte[] bytes) {
    String name = new String(bytes, StandardCharsets.UTF_8);
    try {
      KeyNames.of(KeyNames.parse(name));
    } catch (IllegalArgumentException noKey) {
      // That is how it says so.
    }
  }
}
