package dev.chatstream.core.task;

import java.time.Instant;

/// What the picker shows of a list without reading all of it.
///
/// @param file its file name in `task_lists/`
/// @param bytes its size
/// @param changed when it was last written
/// @param lastIndex the largest index; 0 when it holds no row, -1 when that is not known
/// @param problem what is wrong with it, in words; empty when all is well
/// @param appendable whether rows can be added all the same
/// @param convertible whether it is of another kind, of which a copy can be made that rows can be added to
public record TaskListSummary(
    String file, long bytes, Instant changed, long lastIndex, String problem, boolean appendable,
    boolean convertible) {}
