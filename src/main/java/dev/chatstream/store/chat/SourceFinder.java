package dev.chatstream.store.chat;

import dev.chatstream.core.task.SourcePlace;
import dev.chatstream.core.task.SourcePlace.Kind;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.ByteSearch;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Finds the message that a row was made of, by ids alone: whatever its chat is called by now, on whichever branch it
/// stands, and also in a chat that it was appended to. Takes no lock and changes nothing.
public final class SourceFinder {

  /// All chats are looked through for so long at the most.
  private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();

  private final DataRoot root;
  private final ChatStore chats;
  private final LongSupplier nanoTime;
  private final ChatDisk disk = new ChatDisk(FileOps.DISK);

  /// @param nanoTime a clock that never goes back
  public SourceFinder(DataRoot root, LongSupplier nanoTime) {
    this.root = root;
    this.chats = new ChatStore(root, InstantSource.system());
    this.nanoTime = nanoTime;
  }

  /// Looks in the chat itself, then in all others, then in the trash.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  public SourcePlace find(UUID chat, UUID message, BooleanSupplier wanted) throws StoreException {
    Path draft = root.drafts().resolve(chat + ChatFolder.JSON);
    List<Path> own = new ArrayList<>();
    if (Files.isRegularFile(draft)) {
      own.add(draft);
    }
    chats.holding(chat).forEach(file -> own.add(root.chats().resolve(file)));
    for (Path path : own) {
      if (holds(path, message)) {
        return new SourcePlace(Kind.CHAT, name(path), chat, message);
      }
    }
    Optional<SourcePlace> other = elsewhere(message, wanted);
    if (other.isPresent()) {
      return other.get();
    }
    if (!own.isEmpty()) {
      return new SourcePlace(Kind.NO_MESSAGE, name(own.getFirst()), chat, message);
    }
    return inTrash(message, wanted)
        .map(file -> new SourcePlace(Kind.TRASH, file, chat, message))
        .orElse(new SourcePlace(Kind.GONE, "", chat, message));
  }

  private String name(Path path) {
    return path.startsWith(root.drafts()) ? "" : path.getFileName().toString();
  }

  private Optional<SourcePlace> elsewhere(UUID message, BooleanSupplier wanted) throws StoreException {
    long begun = nanoTime.getAsLong();
    BooleanSupplier goOn = () -> wanted.getAsBoolean() && nanoTime.getAsLong() - begun < MOST_NANOS;
    for (Path folder : List.of(root.chats(), root.drafts())) {
      for (String file : FolderNames.ending(folder, ChatFolder.JSON)) {
        Path path = folder.resolve(file);
        if (goOn.getAsBoolean() && mentions(path, message, goOn) && holds(path, message)) {
          Optional<UUID> id = id(path);
          if (id.isPresent()) {
            return Optional.of(new SourcePlace(Kind.CHAT, name(path), id.get(), message));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inTrash(UUID message, BooleanSupplier wanted) throws StoreException {
    Path trash = root.internal().resolve("trash");
    for (String folder : FolderNames.all(trash)) {
      for (String file : FolderNames.ending(trash.resolve(folder), ChatFolder.JSON)) {
        if (wanted.getAsBoolean() && mentions(trash.resolve(folder).resolve(file), message, wanted)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mentions(Path path, UUID message, BooleanSupplier wanted) {
    try {
      return ByteSearch.in(path, message.toString(), wanted);
    } catch (StoreException unreadable) {
      return false; // Whoever opens it is told why.
    }
  }

  private boolean holds(Path path, UUID message) {
    boolean[] found = {false};
    try {
      disk.texts(path, new ChatTexts.Visitor() {
        @Override
        public void title(String title) {
          // The message counts.
        }

        @Override
        public boolean message(ChatTexts.Text text) {
          found[0] |= text.id().filter(message::equals).isPresent();
          return !found[0];
        }
      });
    } catch (StoreException unreadable) {
      return false; // As above.
    }
    return found[0];
  }

  private Optional<UUID> id(Path path) throws StoreException {
    return path.startsWith(root.drafts())
        ? Optional.of(UUID.fromString(ChatFolder.stem(path.getFileName().toString())))
        : Optional.of(chats.open(path.getFileName().toString()).chat().id());
  }
}
