/// A conversation and what belongs to it, as values.
///
/// May import: the JDK.
package dev.chatstream.core.chat;
