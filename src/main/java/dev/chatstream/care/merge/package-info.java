/// Merging another version of a list into it.
///
/// May import: `core`, `store`, `care.work`, `care.trash`, `care.backup`.
package dev.chatstream.care.merge;
