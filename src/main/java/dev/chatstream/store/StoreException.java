package dev.chatstream.store;

import dev.chatstream.core.failure.StoreFailure;

/// A file was not read or not written. Its message is the sentence that is shown to the person.
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient StoreFailure failure;

  /// A failure that the store found itself.
  public StoreException(StoreFailure failure) {
    this(failure, null);
  }

  /// A failure with the error of the file system or of a parser behind it.
  public StoreException(StoreFailure failure, Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  /// What happened, as a type.
  public StoreFailure failure() {
    return failure;
  }
}
