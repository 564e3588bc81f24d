package dev.chatstream.care.doctor;

import dev.chatstream.care.verify.ChatCheck;
import dev.chatstream.care.verify.JournalCheck;
import dev.chatstream.care.verify.ListCheck;
import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Quarantine;
import dev.chatstream.care.work.Severity;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.SafeName;
import dev.chatstream.store.journal.JournalLook;
import dev.chatstream.store.journal.Recovery;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;

/// Looks at each chat, draft, list and journal, and offers to mend what can be mended.
final class ContentChecks {

  private static final List<String> LOST_HEAD = List.of("it is empty", "it has no column named index");

  private final Care care;
  private final Diagnosis diagnosis;

  ContentChecks(Care care, Diagnosis diagnosis) {
    this.care = care;
    this.diagnosis = diagnosis;
  }

  void look(Job job) throws StoreException, Cancelled {
    List<LibraryFile> files = LibraryFile.all(care.root());
    job.begin("Checking", files.stream().mapToLong(this::size).sum());
    ChatCheck chats = new ChatCheck(care);
    ListCheck lists = new ListCheck(care);
    JournalCheck journals = new JournalCheck(care);
    for (LibraryFile file : files) {
      switch (file.area()) {
        case CHATS, DRAFTS -> chats.look(file).forEach(finding -> content(file, finding));
        case LISTS -> lists.look(file).forEach(finding -> content(file, finding));
        case JOURNAL -> journals.look(file).forEach(finding -> journal(file, finding));
        case THEMES, PRESETS, TEMPLATES, UNSENT, OWN -> {
          // Reading them tells what is wrong with them, where they are used.
        }
      }
      job.advance(size(file));
    }
    for (Area area : List.of(Area.CHATS, Area.LISTS)) {
      names(area);
    }
  }

  private void content(LibraryFile file, Finding finding) {
    if (finding.severity() == Severity.DAMAGE) {
      damaged(file, finding);
    } else if (finding.severity() == Severity.WARNING && LOST_HEAD.contains(finding.what())) {
      headless(file, finding);
    } else {
      diagnosis.add(finding);
    }
  }

  /// A list of another program, or one of ours that lost its head: when older rows are known, it is the latter.
  private void headless(LibraryFile file, Finding finding) {
    try {
      Optional<Mended> offer = new Mending(care).offer(file).filter(mended -> mended.fromCopy() + mended.kept() > 0);
      if (offer.isPresent() && (offer.get().kept() > 0 || file.path(care.root()).toFile().length() == 0)) {
        diagnosis.add(finding, offer.get().words(), () -> new Mending(care).apply(file).words());
        return;
      }
    } catch (StoreException e) {
      Logger.debug("{} can't be mended: {}", file.relative(), e.getMessage());
    }
    diagnosis.add(finding);
  }

  private void damaged(LibraryFile file, Finding finding) {
    try {
      Optional<Mended> offer = new Mending(care).offer(file);
      if (offer.isPresent()) {
        diagnosis.add(finding, offer.get().words(), () -> new Mending(care).apply(file).words());
        return;
      }
      String none = "; nothing of it can be read, and there is no older copy";
      diagnosis.add(Finding.of(finding.severity(), finding.check(), finding.where(), finding.what() + none));
    } catch (StoreException e) {
      diagnosis.add(Finding.of(
          finding.severity(), finding.check(), finding.where(), finding.what() + "; " + Finding.reason(e)));
    }
  }

  private void journal(LibraryFile file, Finding finding) {
    try {
      JournalLook look = JournalLook.of(care.ops(), file.path(care.root()));
      if (look.owned()) {
        diagnosis.add(finding);
      } else if (look.turn()) {
        boolean readable = look.chat().isPresent();
        String would = readable ? "puts what can be read of it into its chat" : "moves it to the quarantine";
        diagnosis.add(finding, would, () -> readable ? recover(file) : aside(file));
      } else if (look.damaged()) {
        diagnosis.add(finding, "moves it to the quarantine", () -> aside(file));
      } else {
        diagnosis.add(finding);
      }
    } catch (StoreException e) {
      diagnosis.add(finding);
    }
  }

  /// One run looks after all of them; the next one finds nothing to do.
  private String recover(LibraryFile file) throws StoreException {
    Recovery.Result result =
        new Recovery(care.root(), new ChatStore(care.root(), care.clock(), care.ops()), care.ops()).run();
    if (Files.exists(file.path(care.root()), LinkOption.NOFOLLOW_LINKS) && !result.failures().isEmpty()) {
      throw new StoreException(result.failures().getFirst());
    }
    return "what could be read of it is in its chat";
  }

  /// One run of the recovery may have taken it away already.
  private String aside(LibraryFile file) throws StoreException {
    if (!Files.exists(file.path(care.root()), LinkOption.NOFOLLOW_LINKS)) {
      return "it is in .store/quarantine now";
    }
    return "it is .store/quarantine/" + new Quarantine(care).move(file.path(care.root())) + " now";
  }

  /// Names that some systems take for one, and files that the program doesn't show.
  private void names(Area area) throws StoreException {
    Map<String, String> folded = new HashMap<>();
    for (String name : FolderNames.all(area.path(care.root()))) {
      String where = area.folder() + "/" + name;
      String twin = folded.put(SafeName.fold(name), name);
      if (twin != null) {
        diagnosis.add(Finding.of(
            Severity.WARNING, "name", where, "on some systems it is the same file as " + twin + "; rename one"));
      }
      if (LibraryFile.of(where).isEmpty()) {
        diagnosis.add(Finding.of(
            Severity.INFO, "name", where, "it doesn't end in " + area.extension() + ", so it is not shown or kept"));
      }
    }
  }

  private long size(LibraryFile file) {
    return file.path(care.root()).toFile().length();
  }
}
