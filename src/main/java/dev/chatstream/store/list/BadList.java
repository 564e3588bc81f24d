package dev.chatstream.store.list;

/// A file that is no list this program can append to. The message says why, in words that follow "it can't be read:".
final class BadList extends Exception {

  private static final long serialVersionUID = 1L;

  BadList(String reason) {
    super(reason);
  }
}
