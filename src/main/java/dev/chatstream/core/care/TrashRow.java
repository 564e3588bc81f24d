package dev.chatstream.core.care;

import java.time.Instant;

/// Something in the trash.
///
/// @param id names it for restoring
/// @param from where it was, as a path below the root
/// @param by what put it there, in words
/// @param problem why it can't be restored; empty when it can
public record TrashRow(String id, String from, Instant at, String by, long bytes, String problem) {}
