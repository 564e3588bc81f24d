package dev.chatstream.store.list;

/// What it takes to undo an append: cut the file back, if these bytes are still its end.
///
/// @param file the list
/// @param before its length before the append, in bytes
/// @param after its length after it
/// @param crc CRC-32C of what was appended
public record AppendUndo(String file, long before, long after, int crc) {}
