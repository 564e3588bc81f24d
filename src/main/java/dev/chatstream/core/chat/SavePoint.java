package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.UUID;

/// A place in a chat that a person marked with the save key: the path that ends at `head` can be opened again later.
///
/// @param name what it is called, unique in its chat only by habit
/// @param created when
/// @param head the last message at that time
public record SavePoint(String name, Instant created, UUID head) {}
