/// What windows show of backups, of the trash, and of what a look at the library found, as values.
///
/// May import: the JDK.
package dev.chatstream.core.care;
