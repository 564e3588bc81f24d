package dev.chatstream.run;

/// A run that can't be planned, or not be begun, with a sentence that says why.
public final class RunRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /// Whose fault it is.
  public enum Kind {
    /// What was asked for can't be.
    USAGE,
    /// No server answers, or none has the model.
    NO_MODEL,
    /// Another process runs it.
    BUSY
  }

  private final Kind kind;

  /// @param sentence for the person
  public RunRefused(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /// Whose fault it is.
  public Kind kind() {
    return kind;
  }
}
