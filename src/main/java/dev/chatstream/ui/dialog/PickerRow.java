package dev.chatstream.ui.dialog;

import dev.chatstream.core.find.Span;
import java.util.List;

/// A row of a picker.
///
/// @param value what is chosen with it; null for a heading and for a row that can't be chosen
/// @param text at the left
/// @param right at the right edge; empty for none
/// @param why why it can't be chosen, in words; empty when it can
/// @param marks what is marked in the text at the left, because it was searched for
public record PickerRow<T>(T value, String text, String right, String why, List<Span> marks) {

  /// A row that can be chosen.
  public static <T> PickerRow<T> of(T value, String text, String right) {
    return new PickerRow<>(value, text, right, "", List.of());
  }

  /// A heading over the rows below it.
  public static <T> PickerRow<T> heading(String text) {
    return new PickerRow<>(null, text, "", "", List.of());
  }

  /// A row that stays in sight but can't be chosen now.
  public static <T> PickerRow<T> greyed(String text, String right, String why) {
    return new PickerRow<>(null, text, right, why, List.of());
  }

  /// The same with these parts of its text marked.
  PickerRow<T> marked(List<Span> parts) {
    return new PickerRow<>(value, text, right, why, parts);
  }

  boolean isHeading() {
    return value == null && why.isEmpty();
  }
}
