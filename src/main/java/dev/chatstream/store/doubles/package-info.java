/// Doubles within a list and of rows that are to come in: all of the same text in one reading, those of a like text by
/// an index on disk. Imports `core`, `store.list`, `store.convert` (for progress) and `store.file`.
package dev.chatstream.store.doubles;
