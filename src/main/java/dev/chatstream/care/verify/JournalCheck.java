package dev.chatstream.care.verify;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Severity;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.journal.JournalLook;
import java.util.List;

/// Looks at journals: whether a program that runs writes one, and whether all of it can be read.
public final class JournalCheck {

  private static final String CHECK = "journal";

  private final Care care;

  /// For journals of this library.
  public JournalCheck(Care care) {
    this.care = care;
  }

  /// What is the matter with a journal.
  public List<Finding> look(LibraryFile file) {
    try {
      JournalLook look = JournalLook.of(care.ops(), file.path(care.root()));
      if (look.owned()) {
        return List.of(finding(Severity.INFO, file, "a program that runs is writing it"));
      }
      if (look.damaged()) {
        return List.of(finding(Severity.DAMAGE, file, "a part of it can't be read"));
      }
      return look.turn()
          ? List.of(finding(Severity.INFO, file, "a reply waits in it for the next start"))
          : List.of(finding(Severity.INFO, file, "text that was not sent waits in it for the next start"));
    } catch (StoreException e) {
      return List.of(Finding.of(Severity.WARNING, CHECK, file.relative(), e));
    }
  }

  private static Finding finding(Severity severity, LibraryFile file, String what) {
    return Finding.of(severity, CHECK, file.relative(), what);
  }
}
