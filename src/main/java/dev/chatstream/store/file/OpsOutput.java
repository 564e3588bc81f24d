package dev.chatstream.store.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A stream over [FileOps#write], from the beginning of the file.
final class OpsOutput extends OutputStream {

  private final FileOps ops;
  private final FileChannel channel;
  private long position;

  OpsOutput(FileOps ops, FileChannel channel) {
    this.ops = ops;
    this.channel = channel;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ops.write(channel, ByteBuffer.wrap(bytes, offset, length), position);
    position += length;
  }
}
