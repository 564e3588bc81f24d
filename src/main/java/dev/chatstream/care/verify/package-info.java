/// Whether what is kept can be read, and every backup is what it was.
///
/// May import: `core`, `store`, `care.work`, `care.backup`.
package dev.chatstream.care.verify;
