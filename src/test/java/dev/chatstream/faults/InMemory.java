package dev.chatstream.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Temporary folders in memory where the system has such a place: thousands of trials need no real disk, on which all
/// the time would go into its forces.
final class InMemory implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
    return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "faults") : Files.createTempDirectory("faults");
  }
}
