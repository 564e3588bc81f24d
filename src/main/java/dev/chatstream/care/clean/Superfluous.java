package dev.chatstream.care.clean;

import dev.chatstream.care.clean.CleanPlan.Planned;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatLook;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.journal.JournalLook;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinylog.Logger;

/// Journals and drafts all of which is in a chat: what a program that died between two steps left.
final class Superfluous {

  private final Care care;

  Superfluous(Care care) {
    this.care = care;
  }

  void collect(List<Planned> planned, Job job) throws StoreException, Cancelled {
    List<LibraryFile> files = LibraryFile.all(care.root());
    List<LibraryFile> journals = files.stream().filter(file -> file.area() == Area.JOURNAL).toList();
    List<LibraryFile> drafts = files.stream().filter(file -> file.area() == Area.DRAFTS).toList();
    if (journals.isEmpty() && drafts.isEmpty()) {
      return;
    }
    Map<UUID, Set<UUID>> known = messages(files, job);
    for (LibraryFile journal : journals) {
      if (isInAChat(journal, known)) {
        planned
            .add(new Planned(leftover("journal", journal, "its reply is in its chat"), () -> delete(journal, known)));
      }
    }
    for (LibraryFile draft : drafts) {
      if (isNamed(draft, known)) {
        planned.add(new Planned(
            leftover("draft", draft, "all of it is in a named chat; it goes to the trash"),
            () -> new Trash(care).delete(draft, "clean")));
      }
    }
  }

  private Leftover leftover(String kind, LibraryFile file, String why) {
    return new Leftover(kind, file.relative(), file.path(care.root()).toFile().length(), why);
  }

  /// The messages of each named chat. A chat that can't be read holds nothing, so nothing of it is removed.
  private Map<UUID, Set<UUID>> messages(List<LibraryFile> files, Job job) throws Cancelled {
    Map<UUID, Set<UUID>> known = new HashMap<>();
    for (LibraryFile file : files) {
      if (file.area() == Area.CHATS) {
        job.check();
        read(file).ifPresent(chat -> known.computeIfAbsent(chat.id(), unused -> new HashSet<>()).addAll(ids(chat)));
      }
    }
    return known;
  }

  private Optional<Chat> read(LibraryFile file) {
    try {
      return Optional.of(ChatLook.at(file.path(care.root())).chat());
    } catch (StoreException e) {
      Logger.debug("{} is passed over: {}", file.relative(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Set<UUID> ids(Chat chat) {
    Set<UUID> ids = new HashSet<>();
    Stream.concat(chat.conversation().stream(), chat.branches().stream()).map(Message::id).forEach(ids::add);
    return ids;
  }

  private boolean isInAChat(LibraryFile journal, Map<UUID, Set<UUID>> known) {
    try {
      JournalLook look = JournalLook.of(care.ops(), journal.path(care.root()));
      return !look.owned()
          && !look.damaged()
          && look.chat().isPresent()
          && look.answer().isPresent()
          && known.getOrDefault(look.chat().get(), Set.of()).contains(look.answer().get());
    } catch (StoreException e) {
      Logger.debug("{} stays: {}", journal.relative(), e.getMessage());
      return false;
    }
  }

  private boolean isNamed(LibraryFile draft, Map<UUID, Set<UUID>> known) {
    return read(draft)
        .map(chat -> known.containsKey(chat.id()) && known.get(chat.id()).containsAll(ids(chat)))
        .orElse(false);
  }

  private void delete(LibraryFile journal, Map<UUID, Set<UUID>> known) throws StoreException {
    if (!isInAChat(journal, known)) {
      return; // Somebody uses it by now.
    }
    try {
      care.ops().delete(journal.path(care.root()));
    } catch (IOException e) {
      throw Failures.writing(e, journal.path(care.root()));
    }
  }
}
