package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// By what a file is recognised as unchanged without reading it. The time of the inode's last change is in it where
/// the system has one: unlike the time of writing no program can set it back.
///
/// @param size in bytes
/// @param modifiedNanos when it was last written, since the epoch
/// @param changedNanos when its inode was last changed, since the epoch; 0 where the system doesn't say
/// @param inode its number in its file system, or a hash of what the system has in its place
/// @param regular whether it is a plain file; nothing else is ever taken for unchanged
public record FileStamp(long size, long modifiedNanos, long changedNanos, long inode, boolean regular) {

  /// A file that was written so shortly before it was read may be written again without looking different: file
  /// systems count time in steps of up to two seconds.
  private static final long UNCERTAIN_NANOS = Duration.ofSeconds(2).toNanos();

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final String WANTED = "unix:size,lastModifiedTime,ctime,ino,isRegularFile";

  /// Takes one look at the file itself, not at what a link leads to.
  public static FileStamp of(Path file) throws IOException {
    return UNIX ? unix(file) : basic(file);
  }

  /// Whether a later change would show in the stamp of a file that is read now.
  public boolean certain(Instant now) {
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return regular && nanos - Math.max(modifiedNanos, changedNanos) > UNCERTAIN_NANOS;
  }

  /// When the file was last written.
  public Instant modified() {
    return Instant.ofEpochSecond(0, modifiedNanos);
  }

  private static FileStamp unix(Path file) throws IOException {
    Map<String, Object> found = Files.readAttributes(file, WANTED, LinkOption.NOFOLLOW_LINKS);
    return new FileStamp(
        ((Number) found.get("size")).longValue(),
        nanos((FileTime) found.get("lastModifiedTime")),
        nanos((FileTime) found.get("ctime")),
        ((Number) found.get("ino")).longValue(),
        (Boolean) found.get("isRegularFile"));
  }

  private static FileStamp basic(Path file) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int inode = Objects.hashCode(found.fileKey());
    return new FileStamp(found.size(), nanos(found.lastModifiedTime()), 0, inode, found.isRegularFile());
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
