package dev.chatstream.core.run;

/// A row as it was when the run was planned: the run goes by this, whatever becomes of the list meanwhile.
///
/// @param index the number that people see
/// @param id what never changes; empty where the list has no such column
/// @param hash of the prompt, so that a row that was changed since is known
/// @param prompt what the model is asked
/// @param skip why it is left out, as a sentence; empty when it isn't
public record FrozenRow(long index, String id, String hash, String prompt, String skip) {}
