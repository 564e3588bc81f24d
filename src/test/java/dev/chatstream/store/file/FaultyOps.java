package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The real disk, until a chosen step. From there on either one step fails, or all do, as if the process were gone.
public final class FaultyOps implements FileOps {

  private final List<String> steps = new ArrayList<>();
  private int failAt = Integer.MAX_VALUE;
  private String failStep = "";
  private boolean forEver;
  private int writeAtMost = Integer.MAX_VALUE;
  private String error = "Input/output error";

  /// Fails at the n-th step of all, the first being 0.
  public FaultyOps failAt(int step) {
    failAt = step;
    return this;
  }

  /// Fails at each step of this name.
  public FaultyOps failStep(String name) {
    failStep = name;
    return this;
  }

  /// After the failure nothing works any more.
  public FaultyOps thenDead() {
    forEver = true;
    return this;
  }

  /// What the system says.
  public FaultyOps saying(String words) {
    error = words;
    return this;
  }

  /// A write that fails has written this many bytes.
  public FaultyOps tearingAfter(int bytes) {
    writeAtMost = bytes;
    return this;
  }

  /// From now on all works again.
  public void heal() {
    failAt = Integer.MAX_VALUE;
    failStep = "";
    forEver = false;
  }

  /// The names of the steps that were asked for.
  public List<String> steps() {
    return steps;
  }

  private boolean fails(String name) {
    int step = steps.size();
    steps.add(name);
    return step == failAt || forEver && step > failAt || name.equals(failStep);
  }

  private void step(String name) throws IOException {
    if (fails(name)) {
      throw new IOException(error);
    }
  }

  @Override
  public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    step("open");
    return DISK.open(file, options);
  }

  @Override
  public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    if (fails("write")) {
      bytes.limit(Math.min(bytes.limit(), bytes.position() + writeAtMost));
      if (writeAtMost < Integer.MAX_VALUE) {
        DISK.write(channel, bytes, position);
      }
      throw new IOException(error);
    }
    DISK.write(channel, bytes, position);
  }

  @Override
  public void append(FileChannel channel, ByteBuffer bytes) throws IOException {
    write(channel, bytes, channel.size());
  }

  @Override
  public void force(FileChannel channel, boolean metadata) throws IOException {
    step("force");
    DISK.force(channel, metadata);
  }

  @Override
  public void truncate(FileChannel channel, long length) throws IOException {
    step("truncate");
    DISK.truncate(channel, length);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    step("replace");
    DISK.replace(from, to);
  }

  @Override
  public void moveToFree(Path from, Path to) throws IOException {
    step("moveToFree");
    DISK.moveToFree(from, to);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step("forceFolder");
    DISK.forceFolder(folder);
  }

  @Override
  public void delete(Path file) throws IOException {
    step("delete");
    DISK.delete(file);
  }
}
