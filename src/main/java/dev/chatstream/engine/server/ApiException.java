package dev.chatstream.engine.server;

/// A call that gets an error status and words.
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /// @param status HTTP's
  /// @param words what the caller reads in `error`
  ApiException(int status, String words) {
    super(words);
    this.status = status;
  }

  /// @param cause what the log may tell besides
  ApiException(int status, String words, Throwable cause) {
    super(words, cause);
    this.status = status;
  }

  /// The caller's mistake.
  static ApiException bad(String words) {
    return new ApiException(400, words);
  }

  int status() {
    return status;
  }
}
