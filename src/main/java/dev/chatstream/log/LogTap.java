package dev.chatstream.log;

import dev.chatstream.core.log.LogLine;

/// Is told of each kept record.
@FunctionalInterface
public interface LogTap {

  /// Called on the log's thread, once the record is in the file or could not be written; must not block.
  ///
  /// @param line with secrets taken out and controls as they came
  /// @param inFile whether the file has it
  void logged(LogLine line, boolean inFile);
}
