package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.ToLongFunction;

/// The folder that holds everything a person keeps. Opening it makes what is missing and checks the rest with a few
/// calls to the system, cheap enough to stand before the first frame.
public final class DataRoot {

  /// The newest layout of the root that this program knows, as in `.store/VERSION`.
  public static final int VERSION = 1;

  /// With less room than this the program does not begin.
  public static final long LEAST_ROOM = 4L * 1024 * 1024;

  private static final String INTERNAL = ".store";
  private static final List<String> FOLDERS = List.of(
      "chats",
      "task_lists",
      "themes",
      "logs",
      INTERNAL,
      INTERNAL + "/drafts",
      INTERNAL + "/journal",
      INTERNAL + "/locks",
      INTERNAL + "/idx",
      INTERNAL + "/backups",
      INTERNAL + "/trash",
      INTERNAL + "/quarantine",
      INTERNAL + "/runs",
      INTERNAL + "/presets");

  private final Path folder;

  private DataRoot(Path folder) {
    this.folder = folder;
  }

  /// Opens a root, making it when it is not there.
  ///
  /// @throws StoreException with a sentence that says how to mend it
  public static DataRoot open(Path folder) throws StoreException {
    return open(folder, path -> path.toFile().getUsableSpace());
  }

  static DataRoot open(Path folder, ToLongFunction<Path> room) throws StoreException {
    Path root = makeRoot(folder.toAbsolutePath().normalize());
    for (String name : FOLDERS) {
      checkFolder(root, root.resolve(name));
    }
    long free = room.applyAsLong(root);
    if (free < LEAST_ROOM) {
      throw bad(root, "only " + free / 1024 + " KB are free on its disk", "Make room, then start again.");
    }
    checkVersion(root);
    return new DataRoot(root);
  }

  /// The root itself: absolute, and not a link.
  public Path folder() {
    return folder;
  }

  public Path chats() {
    return folder.resolve("chats");
  }

  public Path taskLists() {
    return folder.resolve("task_lists");
  }

  public Path themes() {
    return folder.resolve("themes");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /// Where the log is written and shown from.
  public Path logFile() {
    return logs().resolve("async_chat_stream.log");
  }

  /// What the program keeps for itself.
  public Path internal() {
    return folder.resolve(INTERNAL);
  }

  public Path drafts() {
    return internal().resolve("drafts");
  }

  public Path locks() {
    return internal().resolve("locks");
  }

  /// Derived files that may be deleted at any time.
  public Path idx() {
    return internal().resolve("idx");
  }

  public Path quarantine() {
    return internal().resolve("quarantine");
  }

  /// The file of [dev.chatstream.store.StateFile].
  public Path state() {
    return internal().resolve("state.json");
  }

  private static Path makeRoot(Path root) throws StoreException {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root, Rights.forNewFolder());
      }
      return root.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw bad(root, "it, or a folder above it, is not a folder", "Choose a folder with --home DIR.", e);
    } catch (IOException e) {
      throw bad(root, "it can't be made (" + Failures.words(e) + ")", "Choose another folder with --home DIR.", e);
    }
  }

  private static void checkFolder(Path root, Path path) throws StoreException {
    try {
      BasicFileAttributes found = lookOrMake(path);
      if (found.isSymbolicLink()) {
        checkLink(root, path);
      } else if (!found.isDirectory()) {
        throw bad(path, "it is not a folder", "Move that file away, then start again.");
      }
    } catch (IOException e) {
      throw bad(path, "it can't be made or read (" + Failures.words(e) + ")", mendRights(root), e);
    }
    if (!Files.isWritable(path) || !Files.isExecutable(path)) {
      throw bad(path, "it may not be written", mendRights(root));
    }
  }

  private static BasicFileAttributes lookOrMake(Path path) throws IOException {
    try {
      return look(path);
    } catch (NoSuchFileException e) {
      makeFolder(path);
      return look(path);
    }
  }

  private static void makeFolder(Path path) throws IOException {
    try {
      Files.createDirectory(path, Rights.forNewFolder());
    } catch (FileAlreadyExistsException e) {
      // Another process of ours was quicker; what it made is looked at next.
      return;
    }
  }

  private static BasicFileAttributes look(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void checkLink(Path root, Path path) throws StoreException {
    try {
      Path target = path.toRealPath();
      if (!target.startsWith(root) || !Files.isDirectory(target)) {
        throw bad(path, "it is a link that leads out of the data folder", "Put a real folder in its place.");
      }
    } catch (IOException e) {
      throw bad(path, "it is a link that leads nowhere", "Put a real folder in its place.", e);
    }
  }

  private static void checkVersion(Path root) throws StoreException {
    Path file = root.resolve(INTERNAL).resolve("VERSION");
    try {
      if (RegularFile.look(file).isEmpty()) {
        byte[] content = (VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
        new AtomicFile(FileOps.DISK).create(file, out -> out.write(content));
      } else if (read(file) > VERSION) {
        throw bad(root, "a newer version of this program made it", "Update this one, or choose another --home.");
      }
    } catch (IOException | NumberFormatException e) {
      throw bad(file, "it doesn't hold a version number", "Write " + VERSION + " into it, or delete it.", e);
    }
  }

  private static int read(Path file) throws IOException {
    return Integer.parseInt(Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  private static String mendRights(Path root) {
    return "Give yourself the right with: chmod -R u+rwX \"" + root + "\", or choose another folder with --home DIR.";
  }

  private static StoreException bad(Path path, String reason, String wayOut) {
    return bad(path, reason, wayOut, null);
  }

  private static StoreException bad(Path path, String reason, String wayOut, Exception cause) {
    return new StoreException(new StoreFailure.BadRoot(path.toString(), reason, wayOut), cause);
  }
}
