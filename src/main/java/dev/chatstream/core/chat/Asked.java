package dev.chatstream.core.chat;

import java.time.Instant;
import java.util.UUID;

/// A question that goes to the model, with all that is needed to put its answer into its chat later, even if the
/// program is gone by then.
///
/// @param turn fences its events off from those of other turns
/// @param chat the id of the chat
/// @param title the chat's title; empty while it has none
/// @param begun when the chat began
/// @param question the message that asks
/// @param answer the answer to be: its id, who is asked and how; no text yet
public record Asked(UUID turn, UUID chat, String title, Instant begun, Message question, Message answer) {}
