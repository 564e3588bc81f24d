package dev.chatstream.care.doctor;

import dev.chatstream.care.work.LibraryFile;

/// What a damaged chat or list would become, or became.
///
/// @param kept messages or rows of the damaged file itself
/// @param fromCopy those that only an older copy has
/// @param places places of the damaged file that could not be read
/// @param words the same in words
public record Mended(LibraryFile file, int kept, int fromCopy, int places, String words) {}
