package dev.chatstream.core.log;

/// How much a log line matters, the weightiest first. The names are those of the log file.
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE
}
