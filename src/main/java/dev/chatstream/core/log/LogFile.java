package dev.chatstream.core.log;

import java.time.Instant;

/// A log file that can be shown.
///
/// @param path where it is; empty for the program's own log with all its rolled files
/// @param name how it is called
/// @param changed when it was last written to
public record LogFile(String path, String name, long bytes, Instant changed) {}
