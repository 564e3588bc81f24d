package dev.chatstream.model;

import java.time.Instant;
import java.util.Optional;

/// A model that a server holds in memory.
///
/// @param name as the server calls it
/// @param contextTokens the window in force; 0 when the server doesn't say
/// @param memoryBytes what it takes; 0 when unknown
/// @param expires when the server will drop it; empty when unknown
public record LoadedModel(String name, int contextTokens, long memoryBytes, Optional<Instant> expires) {}
