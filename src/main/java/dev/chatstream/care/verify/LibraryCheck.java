package dev.chatstream.care.verify;

import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Looks at all chats, drafts, lists and journals of a library.
final class LibraryCheck {

  private static final Set<Area> LOOKED_AT = EnumSet.of(Area.CHATS, Area.DRAFTS, Area.LISTS, Area.JOURNAL);

  private final Care care;
  private final ChatCheck chats;
  private final ListCheck lists;
  private final JournalCheck journals;

  LibraryCheck(Care care) {
    this.care = care;
    this.chats = new ChatCheck(care);
    this.lists = new ListCheck(care);
    this.journals = new JournalCheck(care);
  }

  VerifyReport look(Job job) throws StoreException, Cancelled {
    List<LibraryFile> files = LibraryFile.all(care.root()).stream()
        .filter(file -> LOOKED_AT.contains(file.area()))
        .toList();
    long bytes = files.stream().mapToLong(this::size).sum();
    job.begin("Checking", bytes);
    List<Finding> found = new ArrayList<>();
    for (LibraryFile file : files) {
      found.addAll(look(file));
      job.advance(size(file));
    }
    return new VerifyReport(List.copyOf(found), files.size(), 0, bytes);
  }

  private List<Finding> look(LibraryFile file) {
    return switch (file.area()) {
      case CHATS, DRAFTS -> chats.look(file);
      case LISTS -> lists.look(file);
      case JOURNAL -> journals.look(file);
      case THEMES, PRESETS, TEMPLATES, UNSENT, OWN -> List.of();
    };
  }

  private long size(LibraryFile file) {
    return file.path(care.root()).toFile().length();
  }
}
