package dev.chatstream.core.care;

/// Something that a look at the library found.
///
/// @param where the file or folder, as a path below the root
/// @param what a phrase that follows "where: "
/// @param fix what mending would do; empty when it would do nothing
public record FindingRow(Grade grade, String where, String what, String fix) {}
