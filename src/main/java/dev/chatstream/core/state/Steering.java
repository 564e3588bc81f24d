package dev.chatstream.core.state;

import dev.chatstream.core.chat.Message;
import java.util.Optional;

/// What is being done to the branches of the chat on the screen.
///
/// @param replacing the message in whose place the text in the input is to stand, on a branch of its own
/// @param second the turn of a second model, which answers a question beside the first one
public record Steering(Optional<Message> replacing, Optional<Turn> second) {

  /// Nothing is.
  public static final Steering NONE = new Steering(Optional.empty(), Optional.empty());

  /// The input takes the place of this message, or of none.
  public Steering replacing(Optional<Message> message) {
    return new Steering(message, second);
  }

  /// A second model answers, or none.
  public Steering withSecond(Optional<Turn> turn) {
    return new Steering(replacing, turn);
  }
}
