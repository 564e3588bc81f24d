package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinylog.Logger;

/// Puts what the journals of ended processes hold into its chats. A journal is deleted only when its chat is on the
/// disk; one that held more than could be read goes to the quarantine instead. Twice gives the same as once.
public final class Recovery {

  private final DataRoot root;
  private final ChatStore chats;
  private final FileOps ops;

  /// What came of it.
  ///
  /// @param replies oldest first
  /// @param failures one for each journal that stays where it is, unless an earlier run has told the same of it
  public record Result(List<Recovered> replies, List<StoreFailure> failures) {}

  /// @param chats used by the caller's thread only
  public Recovery(DataRoot root, ChatStore chats, FileOps ops) {
    this.root = root;
    this.chats = chats;
    this.ops = ops;
  }

  /// Looks at each journal. One that fails doesn't keep the others back.
  public Result run() throws StoreException {
    List<Recovered> replies = new ArrayList<>();
    List<StoreFailure> failures = new ArrayList<>();
    ToldOnce told = new ToldOnce(root, ops);
    for (String name : FolderNames.ending(root.journal(), TurnJournal.EXTENSION)) {
      if (!name.startsWith(TurnJournal.PREFIX) || HeldFile.isOurs(root.journal().resolve(name))) {
        continue;
      }
      try {
        one(root.journal().resolve(name)).ifPresent(replies::add);
      } catch (StoreException e) {
        String sentence = e.failure().sentence();
        boolean isNew = told.isNew(name, sentence);
        if (isNew) {
          Logger.warn("the journal {} stays: {}", name, sentence);
          failures.add(new StoreFailure.NotRecovered(sentence));
        } else {
          Logger.info("the journal {} stays, as told before: {}", name, sentence);
        }
      }
    }
    told.keep();
    return new Result(List.copyOf(replies), List.copyOf(failures));
  }

  private Optional<Recovered> one(Path path) throws StoreException {
    try {
      Optional<HeldFile> left = HeldFile.takeLeft(ops, path);
      if (left.isEmpty()) {
        Logger.info("the journal {} belongs to a program that runs", path.getFileName());
        return Optional.empty();
      }
      try (HeldFile file = left.get()) {
        return recover(file);
      }
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private Optional<Recovered> recover(HeldFile file) throws IOException, StoreException {
    byte[] records = file.read();
    if (records.length == 0) {
      file.delete(); // It was made for a question that was never asked.
      return Optional.empty();
    }
    Optional<ReadTurn> read = ReadTurn.of(records);
    if (read.isEmpty()) {
      Logger.warn("nothing in the journal {} can be read; it is in .store/quarantine now", file.name());
      file.moveTo(root.quarantine());
      return Optional.empty();
    }
    Optional<Recovered> recovered = put(read.get());
    if (read.get().damaged()) {
      Logger.warn("a part of the journal {} can't be read; it is in .store/quarantine now", file.name());
      file.moveTo(root.quarantine());
    } else {
      file.delete();
    }
    return recovered;
  }

  private Optional<Recovered> put(ReadTurn turn) throws StoreException {
    Asked asked = turn.asked();
    Optional<StoredChat> stored = find(asked);
    Chat before = stored.map(StoredChat::chat)
        .orElseGet(() -> Chat.empty(asked.chat(), asked.begun()).withTitle(asked.title()));
    Optional<Chat> after = AnswerPlace.put(before, turn);
    if (after.isEmpty()) {
      return Optional.empty();
    }
    ChatFile at = stored.isPresent()
        ? chats.save(after.get(), stored.get().at())
        : chats.keepDraft(after.get());
    Recovered recovered = new Recovered(
        asked.chat(),
        at.draft() ? "" : at.file(),
        after.get().title(),
        turn.state(),
        turn.last(),
        turn.tokens(),
        turn.answer().isPresent());
    Logger.warn(
        "recovered a reply of {} ({} tokens, {}) into {}",
        recovered.at(),
        recovered.tokens(),
        recovered.state().wireName(),
        at.draft() ? "a draft" : "chats/" + at.file());
    return Optional.of(recovered);
  }

  /// Of several files with the chat's id, as copies have, the one in which the question was asked.
  private Optional<StoredChat> find(Asked asked) throws StoreException {
    List<StoredChat> found = new ArrayList<>();
    for (String file : chats.holding(asked.chat())) {
      found.add(chats.open(file));
    }
    draft(asked.chat()).ifPresent(found::add);
    Optional<StoredChat> asking = found.stream()
        .filter(stored -> has(stored.chat(), asked.question().id()))
        .findFirst();
    return asking.isPresent() ? asking : found.stream().findFirst();
  }

  private static boolean has(Chat chat, UUID message) {
    return Stream.concat(chat.conversation().stream(), chat.branches().stream())
        .anyMatch(one -> one.id().equals(message));
  }

  private Optional<StoredChat> draft(UUID chat) throws StoreException {
    try {
      return Optional.of(chats.openDraft(chat));
    } catch (StoreException e) {
      if (e.failure() instanceof StoreFailure.Missing) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
