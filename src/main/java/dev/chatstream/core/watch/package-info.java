/// What the program measures of its own work on the disk, as values.
///
/// May import: the JDK.
package dev.chatstream.core.watch;
