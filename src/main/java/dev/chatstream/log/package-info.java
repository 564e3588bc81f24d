/// The log: takes what is said through tinylog (and slf4j, which ends there too), writes it to a file that rolls by
/// size, hands each record on to a listener, and reads log files of any size for the viewer.
///
/// Everything runs on one thread of the log's own behind a bounded queue, so that no caller ever waits for a disk.
/// May import `core.log` and tinylog's interface for providers; the only package that may do the latter.
package dev.chatstream.log;
