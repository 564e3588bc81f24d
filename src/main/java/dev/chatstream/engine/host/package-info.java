/// The parent's half of the embedded engine: fetches the model file, starts the child process, watches it and ends it.
/// Imports the JDK only, so that the screen loads nothing it doesn't show.
package dev.chatstream.engine.host;
