package dev.chatstream.store.watch;

import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tinylog.Logger;

/// How much lies in each folder of a data root. Looks at names and sizes only, opens nothing and follows no link. What
/// can't be looked at counts nothing and is in the log.
public final class FolderSizes {

  private static final List<String> NAMES = List.of(
      "chats", "task_lists", ".store/drafts", ".store/journal", ".store/backups", ".store/trash", ".store/quarantine",
      ".store/idx", ".store/runs", "logs");

  private FolderSizes() {}

  /// The sizes of the folders that are there, the person's own first.
  public static List<FolderSize> of(DataRoot root) {
    List<FolderSize> sizes = new ArrayList<>();
    for (String name : NAMES) {
      Path folder = root.folder().resolve(name);
      if (Files.isDirectory(folder)) {
        sizes.add(size(name, folder));
      }
    }
    return sizes;
  }

  private static FolderSize size(String name, Path folder) {
    Sum sum = new Sum();
    try {
      Files.walkFileTree(folder, sum);
    } catch (IOException e) {
      Logger.warn("the size of {} is not known whole: {}", name, e.toString());
    }
    return new FolderSize(name, sum.files, sum.bytes);
  }

  /// A file with several names, as backups have them, counts once.
  private static final class Sum extends SimpleFileVisitor<Path> {
    private final Set<Object> seen = new HashSet<>();
    private long files;
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
      if (found.isRegularFile() && (found.fileKey() == null || seen.add(found.fileKey()))) {
        files++;
        bytes += found.size();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      Logger.debug("{} can't be looked at: {}", file.getFileName(), failure.toString());
      return FileVisitResult.CONTINUE;
    }
  }
}
