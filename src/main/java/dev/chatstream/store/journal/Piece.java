package dev.chatstream.store.journal;

/// Adjacent tokens of one kind.
///
/// @param thinking whether the model only thought this
/// @param tokens how many pieces the server sent
public record Piece(String text, boolean thinking, int tokens) {}
