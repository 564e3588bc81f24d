package dev.chatstream.core.watch;

import java.time.Instant;
import java.util.List;

/// What the program measured of its own work on the disk, at one moment.
///
/// @param since when measuring began
/// @param changes grows with each measured step; equal figures have an equal one
/// @param timings one for each [Timing], in its order
/// @param folders what lies where
/// @param free bytes that are free on the disk
public record StoreFigures(
    Instant since, long changes, List<TimingFigures> timings, List<FolderSize> folders, long free) {

  /// Copies the lists, so that figures never change.
  public StoreFigures {
    timings = List.copyOf(timings);
    folders = List.copyOf(folders);
  }
}
