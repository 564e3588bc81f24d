package dev.chatstream.core.watch;

/// What lies in a folder of the data root.
///
/// @param name its path below the root
/// @param files how many files; a file that has several names there counts once
/// @param bytes what they hold together
public record FolderSize(String name, long files, long bytes) {}
