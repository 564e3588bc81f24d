package dev.chatstream.engine.host;

/// The engine can't start, told in a sentence for a person: what happened and the way out.
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param sentence what a person reads; text from outside stands in it as it came
  public EngineException(String sentence) {
    super(sentence);
  }

  /// @param sentence what a person reads
  /// @param cause what the log may tell besides
  public EngineException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// What a person reads; the same as the message.
  public String sentence() {
    return getMessage();
  }
}
