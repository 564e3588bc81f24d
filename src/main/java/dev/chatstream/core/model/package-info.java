/// What is known of models and asked of them, as values; which group a model is in, how much of a window a history
/// takes.
///
/// May import: the JDK and `core.chat`.
package dev.chatstream.core.model;
