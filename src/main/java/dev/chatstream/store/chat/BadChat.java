package dev.chatstream.store.chat;

import java.io.IOException;

/// A file whose text is no chat. The message says why, in words that follow "it can't be read:".
final class BadChat extends IOException {

  private static final long serialVersionUID = 1L;

  BadChat(String reason) {
    super(reason);
  }
}
