package dev.chatstream.store.chat;

import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.core.find.Query;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/// A search that reads the chats one after the other, the one that was written last first, within bounds.
public final class ChatScan implements ChatSearch {

  /// How much a search may take; at the first bound it stops and says so.
  ///
  /// @param bytes that it reads
  /// @param fileBytes a larger file is left out, and told
  /// @param hits that it finds
  /// @param nanos that it takes
  public record Limits(long bytes, long fileBytes, int hits, long nanos) {

    /// What a person waits for at the most: about 10,000 long chats.
    public static final Limits USUAL =
        new Limits(2L << 30, 64L << 20, 200, Duration.ofSeconds(30).toNanos());
  }

  private final DataRoot root;
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final ChatDisk disk = new ChatDisk(FileOps.DISK);

  private record Source(Path path, boolean draft, FileStamp stamp) {
    String name() {
      return path.getFileName().toString();
    }
  }

  /// What one search has met so far.
  private static final class Course {
    final String typed;
    final List<Hit> hits = new ArrayList<>();
    final int total;
    int seen;
    int skipped;
    long bytes;

    Course(String typed, int total) {
      this.typed = typed;
      this.total = total;
    }

    Found so(Found.State state) {
      return new Found(typed, hits, seen, total, skipped, state);
    }
  }

  /// @param nanoTime a clock that never goes back
  public ChatScan(DataRoot root, Limits limits, LongSupplier nanoTime) {
    this.root = root;
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public Found search(String typed, Listener listener) throws StoreException {
    Query query = Query.of(typed);
    if (query.words().isEmpty()) {
      return new Found(typed, List.of(), 0, 0, 0, Found.State.DONE);
    }
    List<Source> sources = newestFirst();
    Course course = new Course(typed, sources.size());
    long begun = nanoTime.getAsLong();
    for (Source source : sources) {
      boolean full = course.hits.size() >= limits.hits()
          || course.bytes >= limits.bytes()
          || nanoTime.getAsLong() - begun >= limits.nanos();
      if (full || !listener.wanted()) {
        return course.so(Found.State.STOPPED);
      }
      boolean hit = search(source, query, course, listener);
      course.seen++;
      listener.searched(() -> course.so(Found.State.RUNNING), hit);
    }
    return course.so(Found.State.DONE);
  }

  private boolean search(Source source, Query query, Course course, Listener listener) {
    if (source.stamp().size() > limits.fileBytes()) {
      course.skipped++;
      return false;
    }
    course.bytes += source.stamp().size();
    ChatMatch match = new ChatMatch(query, listener::wanted);
    try {
      Optional<UUID> id = disk.texts(source.path(), match);
      Optional<Hit> hit = match.hit(source.draft() ? "" : source.name(), id.orElse(null));
      hit.ifPresent(course.hits::add);
      return hit.isPresent();
    } catch (StoreException unreadable) {
      course.skipped++;
      Logger.info("not searched: {}", unreadable.failure().sentence());
      return false;
    }
  }

  private List<Source> newestFirst() throws StoreException {
    List<Source> sources = new ArrayList<>();
    list(root.drafts(), true, sources);
    list(root.chats(), false, sources);
    sources.sort(Comparator.comparingLong((Source source) -> source.stamp().modifiedNanos()).reversed());
    return sources;
  }

  private static void list(Path folder, boolean draft, List<Source> into) throws StoreException {
    for (String file : FolderNames.ending(folder, ChatFolder.JSON)) {
      Path path = folder.resolve(file);
      try {
        into.add(new Source(path, draft, FileStamp.of(path)));
      } catch (IOException gone) {
        Logger.debug(gone, "{} is gone since the folder was listed", file);
      }
    }
  }
}
