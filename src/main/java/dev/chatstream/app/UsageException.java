package dev.chatstream.app;

/// A flag asks for what is not there. The message is a sentence for the person.
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1;

  UsageException(String sentence) {
    super(sentence);
  }
}
