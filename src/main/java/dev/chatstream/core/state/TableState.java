package dev.chatstream.core.state;

import dev.chatstream.core.table.TableFacts;
import dev.chatstream.core.table.TablePage;

/// The task list that is open as a table.
///
/// @param file its file name; empty when none is open
/// @param page the lines that were read last
/// @param line where the last change was; -1 for nowhere
/// @param changes how often a change said where it was
public record TableState(String file, TableFacts facts, TablePage page, int line, int changes) {

  /// None is open.
  public static final TableState NONE = new TableState("", TableFacts.NONE, TablePage.NONE, -1, 0);

  /// A list that is being opened.
  public static TableState opening(String file) {
    return new TableState(file, TableFacts.NONE, TablePage.NONE, -1, 0);
  }

  /// Whether one is open.
  public boolean open() {
    return !file.isEmpty();
  }

  /// As it is now.
  public TableState with(TableFacts newFacts, TablePage newPage, int newLine) {
    return new TableState(file, newFacts, newPage, newLine < 0 ? line : newLine, changes + (newLine < 0 ? 0 : 1));
  }
}
