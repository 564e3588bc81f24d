package dev.chatstream.care.verify;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.store.StoreException;

/// Checks that what is kept can be read. Changes nothing.
public final class Verifier {

  private final Care care;

  /// For this library and its backups.
  public Verifier(Care care) {
    this.care = care;
  }

  /// Both the library and all backups.
  public VerifyReport all(JobListener listener) throws StoreException, Cancelled {
    return library(listener).plus(backups(listener));
  }

  /// Each chat, draft, list and journal.
  public VerifyReport library(JobListener listener) throws StoreException, Cancelled {
    return new LibraryCheck(care).look(new Job(listener));
  }

  /// Each file of each backup against its manifest.
  public VerifyReport backups(JobListener listener) throws StoreException, Cancelled {
    return new BackupCheck(care).look(new Job(listener));
  }
}
