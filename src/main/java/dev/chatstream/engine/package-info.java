/// The embedded engine, for machines without Ollama: a child process that speaks Ollama's API on a loopback port.
/// `host` is the parent's half and `server` the child's; they share no class, only a command line and a few lines of
/// text on standard input and output. May import core and the JDK (and Jackson and the binding in `server`).
package dev.chatstream.engine;
