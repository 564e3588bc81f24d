package dev.chatstream.store.chat;

import dev.chatstream.core.chat.ChatLabels;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Catalogue;
import dev.chatstream.store.file.FileStamp;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a list shows of each chat of a folder: from the catalogue where the file is unchanged, else read.
final class ChatSummaries {

  private final Path folder;
  private final boolean draft;
  private final ChatDisk disk;
  private final Catalogue catalogue;
  private final InstantSource clock;

  ChatSummaries(Path folder, boolean draft, ChatDisk disk, Catalogue catalogue, InstantSource clock) {
    this.folder = folder;
    this.draft = draft;
    this.disk = disk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// A chat that can't be read has its reason in its summary; it hides nothing but itself.
  ///
  /// @param stamp how the file looked before this call; empty when it could not be looked at
  ChatSummary of(String file, Optional<FileStamp> stamp) {
    Optional<SummaryReader.Summary> known =
        stamp.flatMap(now -> catalogue.find(key(file), now)).flatMap(SummaryFields::summary);
    if (known.isPresent()) {
      return summary(file, known.get(), stamp.get().modified(), stamp.get().size());
    }
    Instant now = clock.instant();
    try {
      SummaryReader.Summary read = disk.summary(folder.resolve(file));
      stamp.ifPresent(then -> catalogue.keep(key(file), then, SummaryFields.of(read), now));
      return summary(file, read, changed(file, stamp), stamp.map(FileStamp::size).orElse(0L));
    } catch (StoreException e) {
      catalogue.carryOver(key(file));
      UUID id = draft ? draftId(file) : null;
      return new ChatSummary(
          id, draft ? "" : file, ChatFolder.stem(file), 0, "", changed(file, stamp), e.getMessage());
    }
  }

  ChatSummary of(String file) {
    return of(file, stamp(file));
  }

  /// How a file looks now; empty when it is gone or can't be looked at.
  Optional<FileStamp> stamp(String file) {
    try {
      return Optional.of(FileStamp.of(folder.resolve(file)));
    } catch (IOException gone) {
      return Optional.empty(); // Reading it says why.
    }
  }

  /// What is known of a file stays known, though it was not asked for this time.
  void carryOver(String file) {
    catalogue.carryOver(key(file));
  }

  /// How many messages a chat had when it was last read whole; empty when nobody knows.
  static Optional<Integer> lastKnownMessages(Catalogue catalogue, String file) {
    return catalogue.lastKnown(key(false, file))
        .flatMap(SummaryFields::summary)
        .map(SummaryReader.Summary::messages);
  }

  private Instant changed(String file, Optional<FileStamp> stamp) {
    return stamp.map(FileStamp::modified).orElseGet(() -> FolderNames.changed(folder.resolve(file)));
  }

  private ChatSummary summary(String file, SummaryReader.Summary read, Instant changed, long bytes) {
    String problem = ChatFolder.problem(file, read.schema());
    return new ChatSummary(
        read.id(), draft ? "" : file, title(file, read), read.messages(), read.model(), changed, read.labels(), bytes,
        problem);
  }

  private String title(String file, SummaryReader.Summary read) {
    if (!read.title().isEmpty()) {
      return read.title();
    }
    return draft ? read.question() : ChatFolder.stem(file);
  }

  private String key(String file) {
    return key(draft, file);
  }

  private static String key(boolean draft, String file) {
    return (draft ? "drafts/" : "chats/") + file;
  }

  /// A draft's file is named by its id.
  private static UUID draftId(String file) {
    try {
      return UUID.fromString(ChatFolder.stem(file));
    } catch (IllegalArgumentException e) {
      return null; // Somebody else put this file here; it is listed all the same.
    }
  }

  /// A summary as the catalogue keeps it.
  private static final class SummaryFields {

    private static final int COUNT = 8;

    private SummaryFields() {}

    static List<String> of(SummaryReader.Summary read) {
      return List.of(
          read.id().toString(),
          read.title(),
          read.question(),
          Integer.toString(read.messages()),
          read.model(),
          Integer.toString(read.schema()),
          String.join(" ", read.labels().tags()),
          Boolean.toString(read.labels().pinned()));
    }

    static Optional<SummaryReader.Summary> summary(List<String> fields) {
      if (fields.size() != COUNT) {
        return Optional.empty();
      }
      try {
        return Optional.of(new SummaryReader.Summary(
            UUID.fromString(fields.get(0)),
            fields.get(1),
            fields.get(2),
            Integer.parseInt(fields.get(3)),
            fields.get(4),
            Integer.parseInt(fields.get(5)),
            new ChatLabels(ChatLabels.typed(fields.get(6)), Boolean.parseBoolean(fields.get(7)))));
      } catch (IllegalArgumentException damaged) {
        return Optional.empty(); // The chat itself is read instead.
      }
    }
  }
}
