package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.UUID;

/// A reply, or a question without one, that was found in a journal at the start and is in its chat now.
///
/// @param file the chat's file name; empty for a draft
/// @param title the chat's title; empty when it has none
/// @param state how the answer ended; that of the question where there is no answer
/// @param at when the last of it came
/// @param tokens how many pieces came; 0 where there is no answer
/// @param answered false when the model had said nothing yet
public record Recovered(
    UUID chat, String file, String title, MessageState state, Instant at, long tokens, boolean answered) {}
