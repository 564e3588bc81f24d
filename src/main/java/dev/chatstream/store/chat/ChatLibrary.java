package dev.chatstream.store.chat;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Catalogue;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/// The summaries of all chats of a data root, drafts first, then the newest first, told as they come. Chats that did
/// not change since the last time are not read again. Takes no lock and writes nothing but the catalogue. One thread,
/// which need not be the store's.
public final class ChatLibrary {

  private final DataRoot root;
  private final InstantSource clock;
  private final ChatDisk disk = new ChatDisk(FileOps.DISK);

  /// Hears how far it is.
  @FunctionalInterface
  public interface Listener {
    /// @param chats those known so far, in their final order; the caller's own from now on
    /// @param total how many there are
    /// @return whether to go on
    boolean so(Snapshot chats, int total);
  }

  /// Gives a copy of what is known so far, for those who want one.
  @FunctionalInterface
  public interface Snapshot {
    /// The copy.
    List<ChatSummary> take();
  }

  private record Found(ChatSummaries folder, String file, Optional<FileStamp> stamp) {
    long modified() {
      return stamp.map(FileStamp::modifiedNanos).orElse(Long.MIN_VALUE);
    }
  }

  /// @param clock says whether a file was written so shortly ago that it may still be changing
  public ChatLibrary(DataRoot root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /// Reads them all, unless the listener says that nobody wants them any more.
  ///
  /// @param listener asked before each chat
  /// @return all of them; empty when it was ended before
  public Optional<List<ChatSummary>> read(Listener listener) throws StoreException {
    Catalogue catalogue = Catalogue.open(root.chatCatalogue());
    List<Found> found = new ArrayList<>();
    found.addAll(newestFirst(root.drafts(), true, catalogue));
    found.addAll(newestFirst(root.chats(), false, catalogue));
    List<ChatSummary> read = new ArrayList<>(found.size());
    boolean wanted = true;
    for (Found one : found) {
      wanted = wanted && listener.so(() -> List.copyOf(read), found.size());
      if (wanted) {
        read.add(one.folder().of(one.file(), one.stamp()));
      } else {
        one.folder().carryOver(one.file());
      }
    }
    save(catalogue);
    return wanted ? Optional.of(read) : Optional.empty();
  }

  private List<Found> newestFirst(Path folder, boolean draft, Catalogue catalogue) throws StoreException {
    ChatSummaries summaries = new ChatSummaries(folder, draft, disk, catalogue, clock);
    List<Found> found = new ArrayList<>();
    for (String file : FolderNames.ending(folder, ChatFolder.JSON)) {
      found.add(new Found(summaries, file, summaries.stamp(file)));
    }
    found.sort(Comparator.comparingLong(Found::modified).reversed());
    return found;
  }

  private static void save(Catalogue catalogue) {
    try {
      catalogue.save();
    } catch (IOException e) {
      Logger.info(e, "the catalogue of chats could not be written; chats are read again the next time");
    }
  }
}
