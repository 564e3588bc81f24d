/// What happened (events), what is to be done (commands), and the bus between the workers and the loop.
///
/// May import: the JDK and the other values of `core`.
package dev.chatstream.core.event;
