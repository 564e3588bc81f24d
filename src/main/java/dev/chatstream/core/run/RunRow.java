package dev.chatstream.core.run;

/// A row of a run as a table shows it.
///
/// @param job the number of its answer
/// @param index the number of the row that people see
/// @param millis how long it took or has taken; -1 when it was not begun
/// @param tokens about as many as came; -1 when nobody knows
/// @param task the beginning of its prompt, in one line
/// @param result the beginning of its answer or of what is wrong, in one line
public record RunRow(int job, long index, RowState state, long millis, long tokens, String task, String result) {}
