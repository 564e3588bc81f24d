package dev.chatstream.core.task;

/// A category that a row may get.
///
/// @param id of its `id` cell
/// @param index its number; -1 where it has none
/// @param text its beginning
/// @param label the category
/// @param confidence how sure the model is, from 0 to 1; 1 where a rule says so
public record CategoryProposal(String id, long index, String text, String label, double confidence) {}
