package dev.chatstream.core.doubles;

/// A row and an earlier one that it is a double of.
///
/// @param there the earlier row
/// @param other the later one, or one that is to come in
/// @param task which of the rows that are to come in, from 0; -1 for a row of the list
public record DoublePair(DoubleRow there, DoubleRow other, int task) {

  /// How like they are.
  public Likeness likeness() {
    return Likeness.of(other.part(), other.part() >= 1);
  }

  /// What is proposed: of what is to come in, the same text a second time stays out; nothing else is changed.
  public Decision proposal() {
    return task >= 0 && likeness() == Likeness.EXACT ? Decision.SKIP : Decision.KEEP;
  }
}
