package dev.chatstream.cli;

import dev.chatstream.app.Options;
import dev.chatstream.core.log.LogLevel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The global flags as they were given, and what they ask for.
final class GlobalFlags {

  private static final int LEAST_BITS = 300;

  private final Map<GlobalFlag, String> given = new EnumMap<>(GlobalFlag.class);

  /// Takes a flag; a switch has any value.
  void put(GlobalFlag flag, String value) {
    given.put(flag, value);
  }

  /// Reads arguments that ask for the screen and hold nothing but global flags. Loading picocli takes longer than all
  /// the rest of the way to the first frame (its classes are too old for the JVM's cache), so the screen goes without.
  ///
  /// @return empty when there is anything else in them: then picocli reads them
  static Optional<GlobalFlags> ofScreen(String[] args) {
    GlobalFlags flags = new GlobalFlags();
    for (int at = 0; at < args.length; at++) {
      int equals = args[at].indexOf('=');
      String name = equals < 0 ? args[at] : args[at].substring(0, equals);
      Optional<GlobalFlag> flag = GlobalFlag.byName(name);
      if (flag.isEmpty() || (!flag.get().takesValue() && equals >= 0)) {
        return Optional.empty();
      }
      if (!flag.get().takesValue() || (flag.get().valueOptional() && equals < 0)) {
        flags.put(flag.get(), "");
      } else if (equals >= 0) {
        flags.put(flag.get(), args[at].substring(equals + 1));
      } else if (++at < args.length && !args[at].startsWith("-")) {
        flags.put(flag.get(), args[at]);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(flags);
  }

  /// What they ask for.
  ///
  /// @throws Failed when a value is none
  Options options(Map<String, String> environment) {
    Path project = Path.of(System.getProperty("chatstream.project", ".")).toAbsolutePath().normalize();
    String fromEnvironment = environment.getOrDefault("ASYNC_CHAT_HOME", "");
    String home = value(GlobalFlag.HOME).orElse(fromEnvironment);
    Path root = home.isBlank() ? project : Path.of(home);
    return new Options(
        root.toAbsolutePath().normalize(),
        project,
        value(GlobalFlag.HOST),
        value(GlobalFlag.MODEL),
        has(GlobalFlag.EMBEDDED) || has(GlobalFlag.ENGINE_MODEL),
        value(GlobalFlag.ENGINE_MODEL),
        value(GlobalFlag.ENGINE_SHA256),
        value(GlobalFlag.THEME),
        slow(),
        level(),
        has(GlobalFlag.VERBOSE),
        has(GlobalFlag.TRAIN));
  }

  private Optional<String> value(GlobalFlag flag) {
    return Optional.ofNullable(given.get(flag));
  }

  private boolean has(GlobalFlag flag) {
    return given.containsKey(flag);
  }

  private OptionalInt slow() {
    Optional<String> bits = value(GlobalFlag.SLOW);
    if (bits.isEmpty() || bits.get().isEmpty()) {
      return bits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(0);
    }
    boolean number = bits.get().length() < 10 && bits.get().chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(bits.get()) < LEAST_BITS) {
      throw new Failed(
          ExitCode.USAGE,
          "--slow takes bits a second, " + LEAST_BITS + " at least, such as --slow=9600, not " + bits.get() + ".");
    }
    return OptionalInt.of(Integer.parseInt(bits.get()));
  }

  private LogLevel level() {
    Optional<String> wanted = value(GlobalFlag.LOG_LEVEL);
    if (wanted.isEmpty()) {
      return has(GlobalFlag.VERBOSE) ? LogLevel.DEBUG : LogLevel.INFO;
    }
    try {
      return LogLevel.valueOf(wanted.get().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Failed(
          ExitCode.USAGE, "--log-level takes error, warn, info, debug or trace, not " + wanted.get() + ".");
    }
  }
}
