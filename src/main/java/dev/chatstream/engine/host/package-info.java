/// The parent's half of the embedded engine: fetches the model file, starts the child process, watches it and ends it.
/// May import the JDK and values of `core`: the screen loads nothing here that it doesn't show.
package dev.chatstream.engine.host;
