package dev.chatstream.core.doubles;

/// A row among its doubles.
///
/// @param place its place in the list, from 1
/// @param index the number that people see; -1 when it has none
/// @param part how much it has in common with the text that it is compared with, from 0 to 1
/// @param text its beginning
public record DoubleRow(long place, long index, double part, String text) {}
