/// A line of the log, as a value.
///
/// May import: the JDK.
package dev.chatstream.core.log;
