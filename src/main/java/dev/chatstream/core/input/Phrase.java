package dev.chatstream.core.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A sentence for the screen that names keys by what they do. Whoever shows it puts in the key that is bound now, so a
/// changed binding changes the sentence.
///
/// @param parts in their order; no blanks are put between them
public record Phrase(List<Part> parts) {

  /// A piece of it.
  public sealed interface Part permits Text, KeyOf {}

  /// Words as they are.
  public record Text(String text) implements Part {}

  /// The key of an action.
  public record KeyOf(Action action) implements Part {}

  /// Nothing at all.
  public static final Phrase NONE = new Phrase(List.of());

  /// A sentence without a key.
  public static Phrase of(String words) {
    return words.isEmpty() ? NONE : new Phrase(List.of(new Text(words)));
  }

  /// A sentence that begins with the key of this action, a blank and these words.
  public static Phrase key(Action action, String words) {
    return new Phrase(List.of(new KeyOf(action), new Text(" " + words)));
  }

  /// This and, after a blank where something stands before it, the key of this action, a blank and these words.
  public Phrase then(Action action, String words) {
    return then(key(action, words));
  }

  /// This and, after a blank, more; an empty one adds nothing.
  public Phrase then(Phrase more) {
    if (isEmpty() || more.isEmpty()) {
      return isEmpty() ? more : this;
    }
    List<Part> all = new ArrayList<>(parts);
    all.add(new Text(" "));
    all.addAll(more.parts);
    return new Phrase(List.copyOf(all));
  }

  /// True when there is nothing to say.
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// The sentence as it is read.
  ///
  /// @param keys how the key of an action is written
  public String text(Function<Action, String> keys) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      // No switch over types: the JVM spins those together at run time, before the first frame.
      if (part instanceof Text words) {
        text.append(words.text());
      } else if (part instanceof KeyOf key) {
        text.append(keys.apply(key.action()));
      }
    }
    return text.toString();
  }
}
