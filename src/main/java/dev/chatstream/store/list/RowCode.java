package dev.chatstream.store.list;

import dev.chatstream.core.table.TaskStatus;

/// Status and priority of a row in one byte, so that a million of them can be counted and filtered without reading.
final class RowCode {

  /// The status of somebody else's list, or none.
  static final int OTHER = 0;

  private static final int NONE = 5;
  private static final int STATUS_BITS = 3;
  private static final int LETTERS = 26;
  private static final int OTHER_PRIORITY = 31;

  private static final String[] LETTER_TEXTS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

  private RowCode() {}

  static byte of(CellBytes status, CellBytes priority) {
    int code = status.size() == 0 ? NONE : OTHER;
    for (int i = 0; i < TaskStatus.ALL.size(); i++) {
      if (status.is(TaskStatus.ALL.get(i))) {
        code = i + 1;
      }
    }
    return code(code, priority.size(), priority.size() == 0 ? 0 : priority.at(0));
  }

  static byte of(String status, String priority) {
    int code = status.isEmpty() ? NONE : TaskStatus.ALL.indexOf(status) + 1;
    return code(code, priority.length(), priority.isEmpty() ? 0 : priority.charAt(0));
  }

  /// The status; null when it is a word of somebody else's.
  static String status(byte code) {
    int status = code & (1 << STATUS_BITS) - 1;
    return status == OTHER ? null : status == NONE ? "" : TaskStatus.ALL.get(status - 1);
  }

  /// The priority; null when it is no letter.
  static String priority(byte code) {
    int letter = (code & 0xFF) >> STATUS_BITS;
    return letter == OTHER_PRIORITY ? null : letter == 0 ? "" : LETTER_TEXTS[letter - 1];
  }

  /// Whether the row's status says that there is something to do.
  static boolean open(byte code) {
    int status = code & (1 << STATUS_BITS) - 1;
    return status == 1 || status == 2;
  }

  private static byte code(int status, int length, int letter) {
    boolean known = length == 1 && letter >= 'A' && letter < 'A' + LETTERS;
    int priority = known ? letter - 'A' + 1 : length == 0 ? 0 : OTHER_PRIORITY;
    return (byte) (status | priority << STATUS_BITS);
  }
}
