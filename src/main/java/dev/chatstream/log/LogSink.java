package dev.chatstream.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where whole lines go. Used by the log's thread alone.
interface LogSink extends AutoCloseable {

  /// Writes whole lines; opens what has to be open first. After a failure the next call tries anew.
  void write(ByteBuffer lines) throws IOException;

  @Override
  void close() throws IOException;
}
