package dev.chatstream.core.failure;

import dev.chatstream.core.input.Phrase;

/// Something that went wrong, as a value. Each kind is a type of its own.
public sealed interface Failure permits StoreFailure, ModelError {

  /// What happened and what to do, for a person: one or two short sentences, under 76 characters where the names in it
  /// allow, no class names. Text from outside stands in it as it came: whoever prints it makes it harmless.
  /// Names no keys: a script or the log prints it, too.
  String sentence();

  /// The same for the screen, with what one can do there and its key.
  default Phrase onScreen() {
    return Phrase.of(sentence());
  }
}
