package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;

/// Carries a [ModelError] up to the thread that asked.
public final class ModelException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ModelError error;

  /// @param error what is told to the person
  public ModelException(ModelError error) {
    this(error, null);
  }

  /// @param error what is told to the person
  /// @param cause what is written to the log; null when there is none
  public ModelException(ModelError error, Throwable cause) {
    super(error.sentence(), cause);
    this.error = error;
  }

  /// What happened, as a value.
  public ModelError error() {
    return error;
  }
}
