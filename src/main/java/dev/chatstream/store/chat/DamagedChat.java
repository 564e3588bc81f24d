package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;

/// The good part of a chat whose file is damaged, to be read only.
///
/// @param file its file name in `chats/`
/// @param total how many messages it had, as far as is known; at least those that are shown
/// @param problem what is wrong, in words that follow "it can't be read:"
public record DamagedChat(Chat chat, String file, int total, String problem) {}
