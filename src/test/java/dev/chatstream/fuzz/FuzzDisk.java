package dev.chatstream.fuzz;

import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;

/// The real disk, never forced: these inputs are about reading, and there are many of them.
final class FuzzDisk implements FileOps {

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return DISK.open(file, options);
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    DISK.write(channel, bytes, position);
  }

  @Override
  public void append(FileChannel channel, ByteBuffer bytes) throws IOException {
    DISK.append(channel, bytes);
  }

  @Override
  public void force(FileChannel channel, boolean metadata) {
    // Not needed here.
  }

  @Override
  public void truncate(FileChannel channel, long length) throws IOException {
    DISK.truncate(channel, length);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    DISK.replace(from, to);
  }

  @Override
  public void moveToFree(Path from, Path to) throws IOException {
    DISK.moveToFree(from, to);
  }

  @Override
  public void forceFolder(Path folder) {
    // Not needed here.
  }

  @Override
  public void delete(Path file) throws IOException {
    DISK.delete(file);
  }
}
