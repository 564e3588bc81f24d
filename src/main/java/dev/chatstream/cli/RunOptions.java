package dev.chatstream.cli;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.run.TimeSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What is typed after the flags of `run`, as values.
final class RunOptions {

  private RunOptions() {}

  static ChatSettings settings(String system, Map<String, String> set) {
    ChatSettings settings = ChatSettings.NONE.withSystem(system);
    for (Map.Entry<String, String> wish : set.entrySet()) {
      Parameter parameter = Parameter.byName(wish.getKey()).orElseThrow(() -> new Failed(
          ExitCode.USAGE, "--set: there is no parameter called " + wish.getKey() + "."));
      Optional<String> wrong = parameter.wrong(wish.getValue());
      if (wrong.isPresent()) {
        throw new Failed(ExitCode.USAGE, "--set: " + wrong.get());
      }
      settings = settings.with(parameter, parameter.read(wish.getValue()).orElseThrow());
    }
    return settings;
  }

  static Optional<Duration> span(String flag, String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    Optional<Duration> span = TimeSpan.read(typed);
    if (span.isEmpty()) {
      throw new Failed(ExitCode.USAGE, flag + " takes " + TimeSpan.EXAMPLES + ", not " + typed + ".");
    }
    return span;
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new Failed(ExitCode.USAGE, "--prompt: " + file + " can't be read as UTF-8 text.");
    }
  }
}
