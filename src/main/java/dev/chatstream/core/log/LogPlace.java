package dev.chatstream.core.log;

/// A place in a log: between two records, in one of its files.
///
/// @param file which file it is, whatever its name is by now: a rolled file keeps it
/// @param offset in bytes from the file's start
public record LogPlace(String file, long offset) {}
