package dev.chatstream.core.log;

import java.util.List;
import java.util.Optional;

/// What one reading of a log found, in its order.
///
/// @param entries the records that were wanted
/// @param from where to go on backwards; empty when there is no file
/// @param to where to go on forwards; empty when there is no file
/// @param start whether nothing stands before `from`
/// @param end whether nothing stands after `to` but `unfinished`
/// @param unfinished what stands after the last line end, as if the line had ended
/// @param percent how much of the whole log lies on the way that was read, from the end that the reading came from
/// @param problem what is wrong, in words; empty when all is well
public record LogPage(
    List<LogEntry> entries,
    Optional<LogPlace> from,
    Optional<LogPlace> to,
    boolean start,
    boolean end,
    Optional<LogLine> unfinished,
    int percent,
    String problem) {

  /// Nothing at all.
  public static LogPage nothing(String problem) {
    return new LogPage(
        List.of(), Optional.empty(), Optional.empty(), true, true, Optional.empty(), 100, problem);
  }
}
