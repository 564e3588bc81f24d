package dev.chatstream.core.log;

/// A record and where it stands.
///
/// @param from the place of its first byte
/// @param to the place after its last one
/// @param line the record; the end of a very long message is left out
/// @param cut whether something is left out
public record LogEntry(LogPlace from, LogPlace to, LogLine line, boolean cut) {}
