/// The table of a task list, as values: what it shows, what can be done in it, and the small language that filters it.
///
/// May import: the JDK, `core.task` and `core.find`.
package dev.chatstream.core.table;
