package dev.chatstream.store.list;

import dev.chatstream.core.table.TaskStatus;

/// Status and priority of a row in one byte, so that a million of them can be counted and filtered without reading.
final class RowCode {

  /// The status of somebody else's list, or none.
  static final int OTHER = 0;

  private static final int STATUS_BITS = 3;
  private static final int LETTERS = 26;

  private RowCode() {}

  static byte of(CellBytes status, CellBytes priority) {
    int code = OTHER;
    for (int i = 0; i < TaskStatus.ALL.size(); i++) {
      if (status.is(TaskStatus.ALL.get(i))) {
        code = i + 1;
      }
    }
    return code(code, priority.size() == 1 ? priority.at(0) : 0);
  }

  static byte of(String status, String priority) {
    return code(TaskStatus.ALL.indexOf(status) + 1, priority.length() == 1 ? priority.charAt(0) : 0);
  }

  /// Whether the row's status says that there is something to do.
  static boolean open(byte code) {
    int status = code & (1 << STATUS_BITS) - 1;
    return status == 1 || status == 2;
  }

  private static byte code(int status, int letter) {
    int priority = letter >= 'A' && letter < 'A' + LETTERS ? letter - 'A' + 1 : 0;
    return (byte) (status | priority << STATUS_BITS);
  }
}
