package dev.chatstream.core.log;

import java.time.Instant;

/// One record of the log.
///
/// @param logger the simple name of the class that said it
/// @param method the method that said it; empty when unknown
/// @param line its line in the source; -1 when unknown
/// @param message what was said, with a stack trace where there is one; may hold line ends and controls
public record LogLine(Instant time, String logger, LogLevel level, String method, int line, String message) {}
