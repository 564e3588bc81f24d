package dev.chatstream.care.trash;

import dev.chatstream.care.work.LibraryFile;
import java.time.Instant;

/// One thing in the trash: what undoing a deletion needs.
///
/// @param id the name of its folder in the trash
/// @param from which file it was
/// @param at when it came here
/// @param by what put it here: `delete`, `restore`, `renumber`, ...
/// @param bytes its size
/// @param problem what is wrong with it, in words; empty when nothing is
public record Trashed(String id, LibraryFile from, Instant at, String by, long bytes, String problem) {}
