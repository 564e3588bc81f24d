package dev.chatstream.cli;

import dev.chatstream.app.Options;
import dev.chatstream.core.log.LogLevel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Model.CommandSpec;

/// The flags that stand before or after any command.
final class GlobalFlags {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "the data root (default: $ASYNC_CHAT_HOME, else the program's folder)")
  Path home;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      scope = ScopeType.INHERIT,
      description = "the model server (default: $OLLAMA_HOST, the last one, or 127.0.0.1:11434)")
  String host;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      scope = ScopeType.INHERIT,
      description = "the model that answers (default: the last one)")
  String model;

  @Option(names = "--embedded", scope = ScopeType.INHERIT, description = "use the built-in engine")
  boolean embedded;

  @Option(
      names = "--engine-model",
      paramLabel = "FILE|URL",
      scope = ScopeType.INHERIT,
      description = "a GGUF model for the built-in engine")
  String engineModel;

  @Option(
      names = "--engine-sha256",
      paramLabel = "HEX",
      scope = ScopeType.INHERIT,
      description = "what that model's SHA-256 must be")
  String engineSha256;

  @Option(names = "--theme", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "the colours of the screen")
  String theme;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      scope = ScopeType.INHERIT,
      description = "error, warn, info, debug or trace (default: info)")
  String logLevel;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "log to standard error too, where no screen is up")
  boolean verbose;

  @Option(names = "--train", hidden = true, description = "used by run.sh to make the JVM's cache")
  boolean training;

  /// What they ask for.
  Options options(CommandSpec spec, Map<String, String> environment) {
    Path project = Path.of(System.getProperty("chatstream.project", ".")).toAbsolutePath().normalize();
    String fromEnvironment = environment.getOrDefault("ASYNC_CHAT_HOME", "");
    Path root = home != null ? home : fromEnvironment.isBlank() ? project : Path.of(fromEnvironment);
    return new Options(
        root.toAbsolutePath().normalize(),
        project,
        Optional.ofNullable(host),
        Optional.ofNullable(model),
        embedded || engineModel != null,
        Optional.ofNullable(engineModel),
        Optional.ofNullable(engineSha256),
        Optional.ofNullable(theme),
        level(spec),
        verbose,
        training);
  }

  private LogLevel level(CommandSpec spec) {
    if (logLevel == null) {
      return verbose ? LogLevel.DEBUG : LogLevel.INFO;
    }
    try {
      return LogLevel.valueOf(logLevel.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(), "--log-level takes error, warn, info, debug or trace, not " + logLevel, unknown);
    }
  }
}
