/// Keys, and the actions that they can mean.
///
/// May import: the JDK.
package dev.chatstream.core.input;
