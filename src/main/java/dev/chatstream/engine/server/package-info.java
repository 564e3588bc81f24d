/// The child's half of the embedded engine: a JVM of its own that answers Ollama's API on a loopback port. The binding
/// (`de.kherud.llama`) prints where it likes, unpacks a library and leaves a thread behind, so it never comes into the
/// screen's process. Classes named `Llama...` are the only ones that import it, behind [Generator].
/// May import the JDK and Jackson.
package dev.chatstream.engine.server;
