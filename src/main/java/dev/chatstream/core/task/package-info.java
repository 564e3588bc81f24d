/// Task lists and their rows, as values.
///
/// May import: the JDK and `core.chat`.
package dev.chatstream.core.task;
