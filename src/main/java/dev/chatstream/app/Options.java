package dev.chatstream.app;

import dev.chatstream.core.log.LogLevel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// What the command line asked for.
///
/// @param home the data root
/// @param project the program's own folder, where the shipped themes are
/// @param host the model server, as it was typed
/// @param model who is to answer
/// @param embedded whether to use the embedded engine at once
/// @param engineModel another model file for the engine, or its address
/// @param engineSha256 what that file's SHA-256 must be
/// @param theme the theme's name
/// @param slow given when the line is slow: its bits a second, or 0 where nobody knows them
/// @param logLevel what is logged
/// @param verbose whether a command without a screen logs to standard error
/// @param training whether this run only shows the JVM which classes the screen loads, for its cache
public record Options(
    Path home,
    Path project,
    Optional<String> host,
    Optional<String> model,
    boolean embedded,
    Optional<String> engineModel,
    Optional<String> engineSha256,
    Optional<String> theme,
    OptionalInt slow,
    LogLevel logLevel,
    boolean verbose,
    boolean training) {}
