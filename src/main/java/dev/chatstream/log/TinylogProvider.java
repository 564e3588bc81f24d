package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.time.Instant;
import org.tinylog.Level;
import org.tinylog.Supplier;
import org.tinylog.format.MessageFormatter;
import org.tinylog.provider.ContextProvider;
import org.tinylog.provider.LoggingProvider;
import org.tinylog.provider.NopContextProvider;

/// Where tinylog hands over what was said; found by tinylog through `META-INF/services`.
///
/// It stands in for tinylog's own implementation because of two things seen there: its writing thread keeps a list
/// without a bound, and its level and file are frozen at the first call.
public final class TinylogProvider implements LoggingProvider {

  private static final int LONGEST_MESSAGE = 1 << 20;

  @Override
  public ContextProvider getContextProvider() {
    return new NopContextProvider();
  }

  /// tinylog asks once and for all; the level that holds is asked for at each record.
  @Override
  public Level getMinimumLevel() {
    return Level.TRACE;
  }

  @Override
  public Level getMinimumLevel(String tag) {
    return Level.TRACE;
  }

  @Override
  public boolean isEnabled(int depth, String tag, Level level) {
    return isEnabled(level);
  }

  @Override
  public boolean isEnabled(String loggerClassName, String tag, Level level) {
    return isEnabled(level);
  }

  @Override
  public void log(int depth, String tag, Level level, Throwable failure, MessageFormatter formatter, Object message,
      Object... arguments) {
    log(level, failure, formatter, message, arguments);
  }

  @Override
  public void log(String loggerClassName, String tag, Level level, Throwable failure, MessageFormatter formatter,
      Object message, Object... arguments) {
    log(level, failure, formatter, message, arguments);
  }

  @Override
  public void shutdown() {
    Logging.stop();
  }

  private static boolean isEnabled(Level level) {
    return level != Level.OFF && Logging.enabled(LogLevel.valueOf(level.name()));
  }

  private static void log(Level level, Throwable failure, MessageFormatter formatter, Object message,
      Object[] arguments) {
    if (!isEnabled(level) || !Logging.admits(LogLevel.valueOf(level.name()))) {
      return;
    }
    String text = cut(StackTraces.join(text(formatter, message, arguments), failure));
    Caller caller = Caller.find();
    Logging.accept(new LogLine(
        Instant.now(), caller.logger(), LogLevel.valueOf(level.name()), caller.method(), caller.line(), text));
  }

  private static String text(MessageFormatter formatter, Object message, Object[] arguments) {
    Object said = message instanceof Supplier<?> supplier ? supplier.get() : message;
    if (said == null) {
      return "";
    }
    return arguments == null || arguments.length == 0 || formatter == null
        ? said.toString()
        : formatter.format(said.toString(), arguments);
  }

  /// Keeps the queue small. Far beyond what a line shows, so that a secret cut in two here never reaches the file.
  private static String cut(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }
}
