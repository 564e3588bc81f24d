package dev.chatstream.log;

import dev.chatstream.core.log.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Which files a log consists of.
public final class LogFiles {

  private LogFiles() {}

  /// A file of a log, as it was a moment ago.
  ///
  /// @param id tells it from all others, whatever its name is by now
  /// @param growing whether it may still be written to, so that its last line may not have ended
  record Part(Path path, String id, long size, boolean growing) {}

  /// The log that begins anew in `newest` when it is large: that file and the rolled ones, the newest first.
  static List<Part> rolling(Path newest) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (int number = 0; number < RollingFile.KEPT; number++) {
      Path path = number == 0 ? newest : RollingFile.numbered(newest, number);
      try {
        parts.add(part(path, number == 0));
      } catch (NoSuchFileException _) {
        // Fewer than may be kept, or it is being renamed right now: then the place is found by its id later.
      }
    }
    return parts;
  }

  /// A file of its own.
  static Part part(Path path, boolean growing) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    if (!found.isRegularFile()) {
      // A pipe would hold up the reader for good.
      throw new IOException("it is no ordinary file");
    }
    return new Part(path, id(found), found.size(), growing);
  }

  /// The time too: a new file may get the number of one that was deleted.
  static String id(BasicFileAttributes attributes) {
    return attributes.fileKey() + " " + attributes.creationTime();
  }

  /// All files beside the newest one, the last written first.
  ///
  /// @param newest stands for itself and the rolled ones, under an empty path
  public static List<LogFile> list(Path newest) throws IOException {
    List<LogFile> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(newest.getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = file.equals(newest) ? "" : file.toString();
        found.add(new LogFile(
            path, file.getFileName().toString(), Files.size(file), Files.getLastModifiedTime(file).toInstant()));
      }
    }
    found.sort(Comparator.comparing(LogFile::changed).reversed());
    return found;
  }
}
