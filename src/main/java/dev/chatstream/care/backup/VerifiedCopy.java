package dev.chatstream.care.backup;

import dev.chatstream.care.work.LibraryFile;
import java.nio.file.Path;
import java.time.Instant;

/// A copy of a file in a backup whose SHA-256 was found to be right just now.
///
/// @param backup the backup's name
/// @param at when that was made
/// @param path where the copy is: to be read, never written
/// @param size in bytes
public record VerifiedCopy(String backup, Instant at, LibraryFile file, Path path, long size, String sha256) {}
