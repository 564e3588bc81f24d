package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.ComparedText;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.list.ListTexts;
import dev.chatstream.store.list.PendingEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// Like rows of lists, by an index beside each list that is built once, grows with what is appended, and is built anew
/// when the list was changed otherwise or the index is damaged. It is derived and may be deleted at any time.
public final class NearDoubles {

  /// Up to this size of a list, in bytes, its index is built without asking: it takes less than a second.
  public static final long SMALL = 4L * 1024 * 1024;

  /// With more rows than this since it was built, it is built anew where somebody waits for it anyway.
  private static final int MOST_GROWN = 2000;

  private final DataRoot root;
  private final FileOps ops;

  /// For the lists of this root.
  public NearDoubles(DataRoot root, FileOps ops) {
    this.root = root;
    this.ops = ops;
  }

  /// The index file of a list.
  ///
  /// @param list its file name
  public static Path file(DataRoot root, String list) {
    return root.idx().resolve(LockFile.sidecarName("near", list, ".idx"));
  }

  /// The texts of a list.
  ///
  /// @param list its file name
  public ListTexts texts(String list) throws StoreException {
    PendingEdits.beforeReading(root, FileOps.DISK, list);
    return ListTexts.open(path(list), root.idx().resolve(LockFile.sidecarName("list", list, ".idx")));
  }

  /// The rows of a list that are like each of these texts, the likest first.
  ///
  /// @param list its file name
  /// @param build whether to build the index where there is none; else only for a small list
  /// @return empty when there is no index and none was built
  public Optional<List<List<DoubleRow>>> like(String list, List<String> wanted, boolean build, Watch watch)
      throws StoreException {
    try (ListTexts texts = texts(list)) {
      if (texts.end() > SMALL && !build && !ready(list, texts)) {
        return Optional.empty();
      }
      return Optional.of(with(list, texts, false, watch, index -> {
        List<List<DoubleRow>> found = new ArrayList<>();
        for (String text : wanted) {
          ComparedText compared = ComparedText.of(text);
          found.add(compared.empty() ? List.of() : index.like(compared, texts));
        }
        return found;
      }));
    }
  }

  /// The groups of like rows of a list.
  ///
  /// @param texts stays open, as the groups read from it
  public Groups groups(String list, ListTexts texts, Watch watch) throws StoreException {
    return with(list, texts, true, watch, index -> new NearGroups(index, texts, Watch.part(watch, 50, 100)).find());
  }

  @FunctionalInterface
  private interface Use<T> {
    T with(NearIndex index) throws IOException, StoreException;
  }

  /// Uses the index; where it is missing, stale or damaged, it is built before.
  private <T> T with(String list, ListTexts texts, boolean fresh, Watch watch, Use<T> use) throws StoreException {
    Path file = file(root, list);
    try {
      Optional<NearIndex> known = open(list, texts);
      if (known.isPresent()) {
        try (NearIndex index = known.get()) {
          if (!fresh || index.grown() <= MOST_GROWN) {
            return use.with(index);
          }
        }
      }
    } catch (NearIndex.Wrong wrong) {
      Logger.warn("the index {} is damaged ({}); it is built anew", file.getFileName(), wrong.getMessage());
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
    new NearBuilder(ops, file, texts, fresh ? Watch.part(watch, 0, 50) : watch).build(key(path(list)));
    try (NearIndex index = NearIndex.of(ops.open(file, Set.of(StandardOpenOption.READ)))) {
      return use.with(index);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  private boolean ready(String list, ListTexts texts) throws StoreException {
    try {
      Optional<NearIndex> known = open(list, texts);
      if (known.isPresent()) {
        known.get().close();
      }
      return known.isPresent();
    } catch (IOException wrong) {
      return false;
    }
  }

  /// The index, up to the end of the list; empty when there is none for this list.
  private Optional<NearIndex> open(String list, ListTexts texts) throws IOException, StoreException {
    Path file = file(root, list);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    NearIndex index =
        NearIndex.of(ops.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)));
    boolean fits = false;
    try {
      fits = index.key() == key(path(list)) && fits(index.state(), texts);
      if (fits) {
        catchUp(list, index, texts);
      }
    } finally {
      if (!fits) {
        index.close();
      }
    }
    return fits ? Optional.of(index) : Optional.empty();
  }

  /// A list of the same length was changed in place when its time is another; a longer one goes on where the known
  /// part ends.
  private static boolean fits(ListTexts.State known, ListTexts texts) throws StoreException {
    if (texts.end() < known.length()) {
      return false;
    }
    ListTexts.State now = texts.state(known.length());
    return now.tailCrc() == known.tailCrc()
        && (texts.end() > known.length() || now.modifiedNanos() == known.modifiedNanos());
  }

  private void catchUp(String list, NearIndex index, ListTexts texts) throws IOException, StoreException {
    if (texts.end() == index.state().length()) {
      return;
    }
    try (LockFile lock = LockFile.take(root.locks(), "near", list, LockFile.WAIT)) {
      List<TailEntry> more = new ArrayList<>();
      texts.from(index.state().length(), row -> {
        ComparedText text = ComparedText.of(row.text());
        ListTexts.State after;
        try {
          after = texts.state(row.end());
        } catch (StoreException e) {
          throw new IOException(e);
        }
        if (text.empty()) {
          more.add(new TailEntry(row.begin(), after, null));
        }
        text.sketches().forEach(bands -> more.add(new TailEntry(row.begin(), after, bands)));
        return true;
      });
      index.grow(more);
    }
  }

  private static int key(Path path) throws StoreException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Objects.toString(file.fileKey(), "").hashCode();
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private Path path(String list) {
    return root.taskLists().resolve(list);
  }
}
