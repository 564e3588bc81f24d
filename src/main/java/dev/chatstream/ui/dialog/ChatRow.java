package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.find.Hit;
import java.util.Optional;

/// What a row of the chat picker stands for: a chat, or the place in it where words were found.
///
/// @param hit that place; empty for the chat itself
record ChatRow(ChatSummary chat, Optional<Hit> hit) {}
