package dev.chatstream.run;

import dev.chatstream.model.ModelServer;
import java.util.function.Supplier;

/// A server that rows are sent to.
///
/// @param name how the person knows it
/// @param connect makes a client of it, one for each row that runs at once; cheap, opens nothing
public record RunHost(String name, Supplier<ModelServer> connect) {}
