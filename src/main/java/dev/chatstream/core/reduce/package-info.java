/// The rules: state and event give the next state and the commands. Pure, so that they are tested without anything
/// around them.
///
/// May import: the JDK and `core`.
package dev.chatstream.core.reduce;
