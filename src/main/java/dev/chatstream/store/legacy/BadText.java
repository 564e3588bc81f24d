package dev.chatstream.store.legacy;

import java.io.IOException;

/// A file that nobody can read as a list. The message says why, in words that follow "it can't be read:".
public final class BadText extends IOException {

  private static final long serialVersionUID = 1L;

  /// @param reason without a full stop
  public BadText(String reason) {
    super(reason);
  }
}
