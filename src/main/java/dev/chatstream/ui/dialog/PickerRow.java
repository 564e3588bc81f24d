package dev.chatstream.ui.dialog;

/// A row of a picker.
///
/// @param value what is chosen with it; null for a heading and for a row that can't be chosen
/// @param text at the left
/// @param right at the right edge; empty for none
/// @param why why it can't be chosen, in words; empty when it can
public record PickerRow<T>(T value, String text, String right, String why) {

  /// A row that can be chosen.
  public static <T> PickerRow<T> of(T value, String text, String right) {
    return new PickerRow<>(value, text, right, "");
  }

  /// A heading over the rows below it.
  public static <T> PickerRow<T> heading(String text) {
    return new PickerRow<>(null, text, "", "");
  }

  /// A row that stays in sight but can't be chosen now.
  public static <T> PickerRow<T> greyed(String text, String right, String why) {
    return new PickerRow<>(null, text, right, why);
  }

  boolean isHeading() {
    return value == null && why.isEmpty();
  }
}
