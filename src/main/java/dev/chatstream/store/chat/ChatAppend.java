package dev.chatstream.store.chat;

/// What came of appending a chat to another one.
///
/// @param before the target as it was; saving `before.chat()` at `after.at()` undoes the append
/// @param after the target as it is now; the same as `before` when nothing was added
/// @param added how many messages came in
/// @param leftOut how many were there already
public record ChatAppend(StoredChat before, StoredChat after, int added, int leftOut) {}
