/// A run: the rows of a task list, one after the other through a model. What is to be done, what became of each row,
/// and how far it is, as values.
///
/// May import: the JDK and `core`.
package dev.chatstream.core.run;
