package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Chat;

/// A chat together with its place on the disk.
public record StoredChat(Chat chat, ChatFile at) {}
