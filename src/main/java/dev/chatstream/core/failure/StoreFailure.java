package dev.chatstream.core.failure;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;

/// Why a file was not read or written. Nothing was changed unless the type says otherwise.
public sealed interface StoreFailure extends Failure {

  /// Whether the same write can work later. A file that somebody else has changed is not one of them: writing it later
  /// would overwrite what they wrote.
  default boolean mayPass() {
    return this instanceof DiskFull || this instanceof NotWritable || this instanceof Busy || this instanceof Io;
  }

  /// The data root can't be used at all; told before the screen opens.
  ///
  /// @param folder the root, or the folder in it that is at fault
  /// @param reason what is wrong with it, the words after "its name:"
  /// @param wayOut how to mend it, a whole sentence
  record BadRoot(String folder, String reason, String wayOut) implements StoreFailure {
    @Override
    public String sentence() {
      return folder + ": " + reason + ". " + wayOut;
    }
  }

  /// A newer version of this program wrote the file, so this one reads it only.
  record NewerVersion(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " was written by a newer version of this program, so it is only read here.";
    }

    @Override
    public Phrase onScreen() {
      return Phrase.of(file + " is of a newer version: read only.").then(Action.SAVE_AS, "saves a copy.");
    }
  }

  /// A list can be read, but new rows would lose something in it; nothing was appended.
  record NotAppendable(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " can't be added to and was left as it is: " + reason + ". Mend it, or choose another list.";
    }
  }

  /// A list of another kind: it can be read, and a converted copy of it can be added to. Nothing was appended.
  ///
  /// @param reason what it is, the words after "it can't be added to:"
  record NeedsCopy(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " can be read, but not added to: " + reason
          + ". A converted copy can: press c in the task lists, or "
          + "run \"migrate " + file + " --apply\".";
    }
  }

  /// A row holds a character that a list can't hold; nothing was appended.
  record BadText(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "Nothing was added to " + file + ": " + reason + ".";
    }
  }

  /// The disk, or the person's share of it, has no room.
  record DiskFull(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return "NOT SAVED: no room on the disk for " + file + ". Make room, then save again.";
    }
  }

  /// The folder or the file may not be written.
  record NotWritable(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return "NOT SAVED: " + file + " may not be written. Give write permission, then try again.";
    }
  }

  /// The file holds something that this program can't read, so it is never written to.
  record Unreadable(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " can't be read and was left as it is: " + reason + ".";
    }
  }

  /// A name that can't become a file name.
  record BadName(String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return reason;
    }
  }

  /// There is no such chat or list.
  record Missing(String name) implements StoreFailure {
    @Override
    public String sentence() {
      return "There is no " + name + " here.";
    }
  }

  /// Another process kept the file locked for too long.
  record Busy(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " is in use by another window. Try again in a moment.";
    }
  }

  /// The file was changed by somebody else since it was read; it was left as it is.
  record ChangedElsewhere(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " was changed elsewhere and was left as it is. Save under another name.";
    }

    @Override
    public Phrase onScreen() {
      return Phrase.of("NOT SAVED: " + file + " was changed elsewhere.").then(Action.SAVE_AS, "saves a copy.");
    }
  }

  /// The same messages were changed here and by somebody else; the file was left as it is.
  ///
  /// @param file its file name; empty for a draft
  record Clashing(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return "NOT SAVED: "
          + (file.isEmpty() ? "another window changed this draft, too." : file + " was changed elsewhere, too.");
    }

    @Override
    public Phrase onScreen() {
      return Phrase.of(sentence()).then(Action.SAVE, file.isEmpty() ? "names yours, theirs stays." : "compares.");
    }
  }

  /// The file was deleted or renamed by somebody else; nothing was written.
  ///
  /// @param now the file that holds its chat now; empty when there is none
  record Gone(String file, String now) implements StoreFailure {
    @Override
    public String sentence() {
      if (!now.isEmpty()) {
        return "NOT SAVED: " + (file.isEmpty() ? "this draft" : file) + " is " + now + " now.";
      }
      return "NOT SAVED: " + file + " was deleted elsewhere.";
    }

    @Override
    public Phrase onScreen() {
      String way = now.isEmpty() ? "writes it again, or elsewhere." : "goes on there.";
      return Phrase.of(sentence()).then(Action.SAVE, way);
    }
  }

  /// The file of the chat on the screen was damaged by somebody else; it is never written to.
  record DamagedElsewhere(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "NOT SAVED: " + file + " was damaged elsewhere and left as it is.";
    }

    @Override
    public Phrase onScreen() {
      return Phrase.of(sentence()).then(Action.SAVE_AS, "saves yours.");
    }
  }

  /// A chat is damaged: its good part is shown, to be read only.
  ///
  /// @param shown how many messages could be read
  /// @param total how many it had, as far as is known
  record Damaged(String file, int shown, int total) implements StoreFailure {
    @Override
    public String sentence() {
      String of = shown < total ? shown + " of " + total : String.valueOf(shown);
      String messages = of + (total == 1 ? " message" : " messages");
      return file + " is damaged: " + messages + " shown, nothing changed.";
    }
  }

  /// The file was damaged and is not any more.
  record NotDamaged(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return file + " is whole again and was left as it is. Open it anew.";
    }
  }

  /// A damaged file has no copy that is whole.
  record NoGoodCopy(String file) implements StoreFailure {
    @Override
    public String sentence() {
      return "No good copy of " + file + " is kept.";
    }
  }

  /// The last append can't be undone, because the list was changed since.
  record NotUndoable(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "The last change of " + file + " can't be undone: " + reason + ".";
    }
  }

  /// What comes of a reply can't be kept while it comes; it goes on in memory and is saved when it has ended.
  record NotJournalled(String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "This reply is in memory only until it has ended: " + reason + ".";
    }
  }

  /// What a journal held could not be put into its chat; the journal stays for the next start.
  record NotRecovered(String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "A reply from last time waits in .store/journal: " + reason;
    }
  }

  /// A backup, a restore, a mending or another such work was not done; what is on the disk is as it was.
  ///
  /// @param what what was not done, such as `No backup was made`
  /// @param reason why, in words that follow a colon
  record NotDone(String what, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return what + ": " + Quoted.inside(reason) + ".";
    }
  }

  /// Any other error of the file system.
  record Io(String file, String reason) implements StoreFailure {
    @Override
    public String sentence() {
      return "NOT SAVED: " + file + ": " + reason + ".";
    }
  }
}
