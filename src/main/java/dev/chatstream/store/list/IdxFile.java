package dev.chatstream.store.list;

import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/// What is known of a list without reading it: its largest index, whether its indices are sound, and which sources it
/// holds. Derived, and not forced to the disk; it counts only for the very state of the list that it was made for, and
/// only until the machine is started again. What is about to be appended stands here, too, and is forced.
final class IdxFile implements AutoCloseable {

  private static final long MAGIC = 0x4143532D49445832L; // ACS-IDX2
  private static final int HEADER = 128;
  private static final int TAIL_CRC_AT = 12;
  private static final int LENGTH_AT = 16;
  private static final int UNSOUND_AT = 56;
  private static final int CHECKED = 60;
  private static final int INTENT_AT = 64;
  private static final int BOOT = boot();

  private final FileChannel channel;
  private final long slots;
  private final boolean sound;
  private long maxIndex;
  private long count;

  private IdxFile(FileChannel channel, boolean sound, long maxIndex, long slots, long count) {
    this.channel = channel;
    this.sound = sound;
    this.maxIndex = maxIndex;
    this.slots = slots;
    this.count = count;
  }

  /// Opens the index of a list, or gives empty when there is none for this state.
  static Optional<IdxFile> open(Path path, ListState list) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    FileChannel channel =
        FileOps.DISK.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    IdxFile found = null;
    try {
      found = read(channel, list);
      return Optional.ofNullable(found);
    } finally {
      if (found == null) {
        channel.close();
      }
    }
  }

  /// How long the list was when its index was last written, by whichever start of the machine: up to there all rows
  /// were whole. -1 when there is no index, or the list is not the same up to there.
  static long lastLength(Path path, FileChannel list) throws IOException {
    return lastLength(header(path), list);
  }

  /// How much of a list counts: all of it, but for an append of ours that was not finished.
  static long countedLength(Path path, FileChannel list) throws IOException {
    Optional<ByteBuffer> header = header(path);
    long length = lastLength(header, list);
    if (length < 0) {
      return list.size();
    }
    Intent intent = Intent.read(header.get().position(INTENT_AT));
    boolean unfinished = intent != null && intent.from() == length && intent.unfinished(list);
    return unfinished ? length : list.size();
  }

  private static long lastLength(Optional<ByteBuffer> header, FileChannel list) throws IOException {
    if (header.isEmpty()) {
      return -1;
    }
    long length = header.get().getLong(LENGTH_AT);
    boolean same = length <= list.size()
        && ListState.tailCrc(list, length) == header.get().getInt(TAIL_CRC_AT);
    return same ? length : -1;
  }

  private static Optional<ByteBuffer> header(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileOps.DISK.open(path, Set.of(StandardOpenOption.READ))) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      boolean whole = channel.read(header, 0) == HEADER
          && header.getLong(0) == MAGIC
          && header.getInt(CHECKED) == crc(header);
      return whole ? Optional.of(header) : Optional.empty();
    }
  }

  /// Makes the index of a list anew, in a new file whose name is on the disk.
  static IdxFile write(Path path, ListState list, ListScan scan) throws IOException {
    SourceSet sources = scan.sources();
    boolean sound = scan.indexProblem().isEmpty();
    FileOps.DISK.delete(path);
    FileChannel channel = FileOps.DISK.open(
        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    IdxFile idx = new IdxFile(channel, sound, scan.maxIndex(), sources.slots(), sources.count());
    try {
      // The header comes last: without it the file is no index.
      FileOps.DISK.write(channel, sources.bytes(), HEADER);
      idx.writeHeader(list);
      FileOps.DISK.forceFolder(path.toAbsolutePath().getParent());
      return idx;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Notes what is about to be appended, on the disk when the call returns.
  void intend(Intent intent) throws IOException {
    FileOps.DISK.write(channel, intent.bytes(), INTENT_AT);
    FileOps.DISK.force(channel, false);
  }

  long maxIndex() {
    return maxIndex;
  }

  /// Whether no index of the list is negative or doubled. New rows never change that.
  boolean sound() {
    return sound;
  }

  boolean contains(SourceSet.Key key) throws IOException {
    return find(key) < 0;
  }

  /// Whether this many more sources can be put here.
  boolean hasRoomFor(int more) {
    return 2 * (count + more) <= slots;
  }

  /// Goes on to the list's new state.
  void update(ListState list, long newMaxIndex, Iterable<SourceSet.Key> more) throws IOException {
    for (SourceSet.Key key : more) {
      long at = find(key);
      if (at >= 0) {
        ByteBuffer slot = ByteBuffer.allocate(SourceSet.SLOT).putLong(key.high()).putLong(key.low());
        FileOps.DISK.write(channel, slot.flip(), at);
        count++;
      }
    }
    maxIndex = newMaxIndex;
    writeHeader(list);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Where the key would be put, or -1 when it is there.
  private long find(SourceSet.Key key) throws IOException {
    ByteBuffer slot = ByteBuffer.allocate(SourceSet.SLOT);
    for (long i = key.slot(slots);; i = (i + 1) & (slots - 1)) {
      long at = HEADER + i * SourceSet.SLOT;
      if (channel.read(slot.clear(), at) < SourceSet.SLOT) {
        throw new IOException("the index file is too short");
      }
      long high = slot.getLong(0);
      if (high == 0) {
        return at;
      }
      if (high == key.high() && slot.getLong(Long.BYTES) == key.low()) {
        return -1;
      }
    }
  }

  private static IdxFile read(FileChannel channel, ListState list) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    if (channel.read(header, 0) < HEADER) {
      return null;
    }
    header.flip();
    boolean ours = header.getLong() == MAGIC && header.getInt() == BOOT;
    int tailCrc = header.getInt();
    ListState state = new ListState(header.getLong(), header.getLong(), tailCrc);
    long maxIndex = header.getLong();
    long slots = header.getLong();
    long count = header.getLong();
    int crc = crc(header);
    boolean whole = header.getInt(CHECKED) == crc && channel.size() == HEADER + slots * SourceSet.SLOT;
    boolean sound = header.getInt(UNSOUND_AT) == 0;
    return ours && whole && state.equals(list) ? new IdxFile(channel, sound, maxIndex, slots, count) : null;
  }

  private void writeHeader(ListState list) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER)
        .putLong(MAGIC)
        .putInt(BOOT)
        .putInt(list.tailCrc())
        .putLong(list.length())
        .putLong(list.modifiedNanos())
        .putLong(maxIndex)
        .putLong(slots)
        .putLong(count)
        .putInt(sound ? 0 : 1);
    header.putInt(CHECKED, crc(header));
    FileOps.DISK.write(channel, header.position(0).limit(INTENT_AT), 0);
  }

  private static int crc(ByteBuffer header) {
    return ListState.crc(header.array(), 0, CHECKED);
  }

  /// Tells one start of the machine from another, where the system says so: what was not forced before a power cut may
  /// be lost in part.
  private static int boot() {
    CRC32C crc = new CRC32C();
    try {
      crc.update(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return 0; // Another system; the other checks hold there, too.
    }
    return (int) crc.getValue();
  }
}
