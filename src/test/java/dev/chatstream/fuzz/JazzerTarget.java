package dev.chatstream.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Jazzer calls: see `.ci/fuzz`.
public final class JazzerTarget {

  private static Target target;
  private static Readers readers;

  private JazzerTarget() {}

  /// @param args the name of a [Target]
  public static void fuzzerInitialize(String[] args) throws Exception {
    target = Target.valueOf(args[0]);
    readers = new Readers(folder());
  }

  /// One input.
  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    target.run(readers, data);
  }

  /// In memory where the machine has such a place.
  static Path folder() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "chatstream-fuzz")
        : Files.createTempDirectory("chatstream-fuzz");
  }
}
