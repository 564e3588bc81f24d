/// The log as values: its lines, places in its files, and pages of them.
///
/// May import: the JDK.
package dev.chatstream.core.log;
