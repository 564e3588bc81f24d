package dev.chatstream.core.table;

/// Why a filter can't be followed.
///
/// @param start the first character that is wrong, from 0
/// @param end the first one after those
/// @param sentence what is wrong and what would be right
public record FilterProblem(int start, int end, String sentence) {}
