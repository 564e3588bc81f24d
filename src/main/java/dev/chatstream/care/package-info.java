/// Keeping and mending what a person has: backups, verifying, restoring, the trash, cleaning up, the doctor. Everything
/// here is long work for a thread of its own, told by a [dev.chatstream.care.work.JobListener], and cancelled by it.
///
/// May import: `core` and `store`. It never prints and knows no window.
package dev.chatstream.care;
