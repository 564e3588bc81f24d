package dev.chatstream.engine.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the child is called: the same Java and the same classes as this program, with as little of a JVM as will do.
final class ChildCommand {
  /// The name only: this half never loads the child's classes.
  private static final String MAIN = "dev.chatstream.engine.server.EngineMain";
  private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms8m", "-Xmx96m",
      "-Xss512k", "-XX:+ExitOnOutOfMemoryError",
      // A native call holds its carrier; with one core there would be no other to see that a client left.
      "-Djdk.virtualThreadScheduler.parallelism=4", "--enable-native-access=ALL-UNNAMED");
  /// A key that isn't the child's business, and options that are meant for this program.
  private static final List<String> NOT_HANDED_ON =
      List.of("OLLAMA_API_KEY", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private ChildCommand() {}

  /// @param arguments what the child is told; never a secret, for every user of the machine can read them
  static ProcessBuilder of(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    NOT_HANDED_ON.forEach(environment::remove);
    // OpenMP's threads spin while they wait; left alone, two of them on two cores are slower than one.
    environment.putIfAbsent("GOMP_SPINCOUNT", "1000");
    return builder;
  }
}
