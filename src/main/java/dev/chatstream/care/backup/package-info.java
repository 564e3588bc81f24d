/// Backups of a library: making, finding, thinning out and restoring them.
///
/// May import: `core`, `store`, `care.work`, `care.trash`.
package dev.chatstream.care.backup;
