package dev.chatstream.core.task;

/// A row that was made of a message.
///
/// @param file the list that it stands in
/// @param index its number; -1 where it has none
/// @param id its `id` cell
/// @param text its beginning
/// @param status its `status` cell
public record MadeRow(String file, long index, String id, String text, String status) {}
