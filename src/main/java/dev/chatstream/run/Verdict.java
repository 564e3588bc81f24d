package dev.chatstream.run;

import dev.chatstream.core.failure.ModelError;

/// What a failure means for the row and for the run.
enum Verdict {
  /// The row is tried again, a few times.
  AGAIN,
  /// The row would fail again; the others may not.
  NEVER,
  /// The server wants fewer requests; the row has not been tried at all.
  BUSY,
  /// The server is gone; the row has not been tried at all.
  GONE,
  /// Every row would fail like this.
  HOPELESS;

  static Verdict of(ModelError error) {
    return switch (error) {
      case ModelError.Unreachable gone -> GONE;
      case ModelError.Busy busy -> BUSY;
      case ModelError.RateLimited busy -> BUSY;
      case ModelError.Unsupported unable -> NEVER;
      case ModelError.ContextOverflow large -> NEVER;
      case ModelError.ModelNotFound missing -> HOPELESS;
      case ModelError.Unauthorized key -> HOPELESS;
      case ModelError.Forbidden key -> HOPELESS;
      case ModelError.Untrusted certificate -> HOPELESS;
      case ModelError.BadAddress address -> HOPELESS;
      case ModelError.Timeout late -> AGAIN;
      case ModelError.Server failed -> AGAIN;
      case ModelError.StreamError broken -> AGAIN;
      case ModelError.StreamTruncated cut -> AGAIN;
      case ModelError.Protocol rubbish -> AGAIN;
      case ModelError.Cancelled stopped -> AGAIN;
    };
  }
}
