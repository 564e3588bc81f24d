/// All that the program knows, as one immutable value with a slice for each concern.
///
/// May import: the JDK and the values of `core`.
package dev.chatstream.core.state;
