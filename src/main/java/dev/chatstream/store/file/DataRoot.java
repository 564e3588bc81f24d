package dev.chatstream.store.file;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.OwnerOnly;
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
import java.util.Optional;
import java.util.function.ToLongFunction;

/// The folder that holds everything a person keeps. Opening it takes a few calls to the system, cheap enough to stand
/// before the first frame.
public final class DataRoot {

  /// The newest layout of the root that this program knows, as in `.store/VERSION`.
  public static final int VERSION = 1;

  /// With less room than this nothing that writes is begun.
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
      INTERNAL + "/edits",
      INTERNAL + "/locks",
      INTERNAL + "/idx",
      INTERNAL + "/backups",
      INTERNAL + "/trash",
      INTERNAL + "/quarantine",
      INTERNAL + "/runs",
      INTERNAL + "/presets",
      INTERNAL + "/templates",
      INTERNAL + "/unsent");

  private final Path folder;
  private final boolean hasVersion;

  private DataRoot(Path folder, boolean hasVersion) {
    this.folder = folder;
    this.hasVersion = hasVersion;
  }

  /// Opens a root to write into it: makes what is missing, itself too, and checks that the rest may be written.
  ///
  /// @throws StoreException with a sentence that says how to mend it
  public static DataRoot open(Path folder) throws StoreException {
    DataRoot root = openForScreen(folder);
    root.writeVersion();
    return root;
  }

  /// The same for the screen, which lets [#writeVersion] follow its first frame: forcing a file to the disk takes time.
  ///
  /// @throws StoreException with a sentence that says how to mend it
  public static DataRoot openForScreen(Path folder) throws StoreException {
    Path root = makeRoot(folder.toAbsolutePath().normalize());
    for (String name : FOLDERS) {
      checkFolder(root, root.resolve(name), lookOrMake(root, root.resolve(name)));
      checkRights(root, root.resolve(name));
    }
    return new DataRoot(root, checkVersion(root, version(root)));
  }

  /// Opens a root to look at what is in it. Makes and changes nothing, so it works on a full disk and for one who may
  /// only read; a folder that is missing is as good as empty.
  ///
  /// @throws StoreException with a sentence that says how to mend it
  public static DataRoot openToRead(Path folder) throws StoreException {
    Path root = findRoot(folder.toAbsolutePath().normalize());
    for (String name : FOLDERS) {
      Optional<BasicFileAttributes> found = look(root, root.resolve(name));
      if (found.isPresent()) {
        checkFolder(root, root.resolve(name), found.get());
      }
    }
    return new DataRoot(root, checkVersion(root, version(root)));
  }

  /// Notes the layout of a new root in it, forced to disk; does nothing in one that has its version. To be called
  /// before anything else is written.
  public void writeVersion() throws StoreException {
    if (!hasVersion) {
      byte[] content = (VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
      new AtomicFile(FileOps.DISK).create(version(folder), out -> out.write(content));
    }
  }

  /// Refuses to begin what writes when the disk has next to no room.
  ///
  /// @throws StoreException when less than [#LEAST_ROOM] is free
  public void requireRoom() throws StoreException {
    requireRoom(path -> path.toFile().getUsableSpace());
  }

  void requireRoom(ToLongFunction<Path> room) throws StoreException {
    long free = room.applyAsLong(folder);
    if (free < LEAST_ROOM) {
      throw bad(folder, "only " + free / 1024 + " KB are free on its disk", "Make room, then start again.");
    }
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

  /// What is kept while it comes.
  public Path journal() {
    return internal().resolve("journal");
  }

  /// What was changed in task lists: not yet in their files, or to be undone.
  public Path edits() {
    return internal().resolve("edits");
  }

  /// The runs of task lists, a folder each.
  public Path runs() {
    return internal().resolve("runs");
  }

  /// What is known of the chats without reading them.
  public Path chatCatalogue() {
    return idx().resolve("chats.cat");
  }

  /// What is known of the task lists without reading them.
  public Path listCatalogue() {
    return idx().resolve("lists.cat");
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
        Files.createDirectories(root, OwnerOnly.forNewFolder());
      }
      return root.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw bad(root, "it, or a folder above it, is not a folder", "Choose a folder with --home DIR.", e);
    } catch (IOException e) {
      throw bad(root, "it can't be made (" + Failures.words(e) + ")", "Choose another folder with --home DIR.", e);
    }
  }

  private static Path findRoot(Path root) throws StoreException {
    if (!Files.exists(root)) {
      throw bad(root, "there is no such folder", "Choose the folder with --home DIR.");
    }
    if (!Files.isDirectory(root)) {
      throw bad(root, "it is not a folder", "Choose a folder with --home DIR.");
    }
    try {
      return root.toRealPath();
    } catch (IOException e) {
      throw bad(root, "it can't be read (" + Failures.words(e) + ")", "Choose another folder with --home DIR.", e);
    }
  }

  private static void checkFolder(Path root, Path path, BasicFileAttributes found) throws StoreException {
    if (found.isSymbolicLink()) {
      checkLink(root, path);
    } else if (!found.isDirectory()) {
      throw bad(path, "it is not a folder", "Move that file away, then start again.");
    }
  }

  private static void checkRights(Path root, Path path) throws StoreException {
    if (!Files.isWritable(path) || !Files.isExecutable(path)) {
      throw bad(path, "it may not be written", mendRights(root));
    }
  }

  private static BasicFileAttributes lookOrMake(Path root, Path path) throws StoreException {
    Optional<BasicFileAttributes> found = look(root, path);
    if (found.isPresent()) {
      return found.get();
    }
    try {
      makeFolder(path);
      return attributes(path);
    } catch (IOException e) {
      throw bad(path, "it can't be made (" + Failures.words(e) + ")", mendRights(root), e);
    }
  }

  private static Optional<BasicFileAttributes> look(Path root, Path path) throws StoreException {
    try {
      // Asked first: in a new root nothing is there, and an exception for each folder costs more than asking.
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Optional.of(attributes(path)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw bad(path, "it can't be read (" + Failures.words(e) + ")", mendRights(root), e);
    }
  }

  private static void makeFolder(Path path) throws IOException {
    try {
      Files.createDirectory(path, OwnerOnly.forNewFolder());
    } catch (FileAlreadyExistsException e) {
      // Another process of ours was quicker; what it made is looked at next.
      return;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
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

  private static Path version(Path root) {
    return root.resolve(INTERNAL).resolve("VERSION");
  }

  /// @return whether the root has a version yet
  private static boolean checkVersion(Path root, Path file) throws StoreException {
    try {
      if (RegularFile.look(file).isEmpty()) {
        return false;
      }
      if (read(file) > VERSION) {
        throw bad(root, "a newer version of this program made it", "Update this one, or choose another --home.");
      }
      return true;
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
