/// What was deleted or replaced, with the way back.
///
/// May import: `core`, `store`, `care.work`.
package dev.chatstream.care.trash;
