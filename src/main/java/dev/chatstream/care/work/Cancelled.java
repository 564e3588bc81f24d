package dev.chatstream.care.work;

/// A job was stopped by its listener. What was half-made is gone; what was finished file by file stays.
public final class Cancelled extends Exception {

  private static final long serialVersionUID = 1L;

  /// Needs no words: whoever asked for it knows.
  public Cancelled() {
    super("cancelled");
  }
}
