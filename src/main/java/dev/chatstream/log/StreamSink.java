package dev.chatstream.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Lines to a stream that somebody else owns.
///
/// @param out is flushed after each write and never closed
record StreamSink(OutputStream out) implements LogSink {

  @Override
  public void write(ByteBuffer lines) throws IOException {
    byte[] bytes = new byte[lines.remaining()];
    lines.get(bytes);
    out.write(bytes);
    out.flush();
  }

  @Override
  public void close() {
    // Not ours to close.
  }
}
