package dev.chatstream.care.clean;

/// One thing that nobody needs any more.
///
/// @param kind `temporary`, `trash`, `journal`, `draft`, `log`, `idx` or `quarantine`
/// @param where the path below the data root
/// @param bytes what removing it frees
/// @param why in words
public record Leftover(String kind, String where, long bytes, String why) {}
