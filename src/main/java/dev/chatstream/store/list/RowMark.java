package dev.chatstream.store.list;

/// Tells one row from all others, and whether it was changed since.
///
/// @param id of its `id` cell
/// @param crc CRC-32C of its bytes without its line end
public record RowMark(String id, int crc) {}
