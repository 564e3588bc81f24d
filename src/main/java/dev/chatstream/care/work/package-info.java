/// What all of `care` works with: the library and its files, jobs that tell how far they are, findings.
///
/// May import: `core`, `store`.
package dev.chatstream.care.work;
