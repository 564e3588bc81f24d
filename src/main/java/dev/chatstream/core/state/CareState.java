package dev.chatstream.core.state;

import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.KeptBackups;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.watch.StoreFigures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is known of how the store fares. Each is empty until somebody asked for it.
///
/// @param figures what was measured
/// @param job the long work that runs
/// @param findings what the last look through the library found
/// @param backups those that are kept
/// @param preview what restoring the chosen backup would do
/// @param trash what can be restored, the newest first
/// @param kept how much of the chat on the screen is on the disk
public record CareState(
    Optional<StoreFigures> figures,
    Optional<Job> job,
    Optional<Findings> findings,
    Optional<KeptBackups> backups,
    Optional<RestorePreview> preview,
    Optional<List<TrashRow>> trash,
    Kept kept) {

  /// How much of a chat is on the disk.
  ///
  /// @param chat its id; null for none
  /// @param messages how many of its messages
  public record Kept(UUID chat, int messages) {}

  /// Before anything was asked.
  public static CareState unknown() {
    return new CareState(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Kept(null, 0));
  }

  /// With these figures.
  public CareState with(StoreFigures read) {
    return new CareState(Optional.of(read), job, findings, backups, preview, trash, kept);
  }

  /// With this job, or none.
  public CareState withJob(Optional<Job> newJob) {
    return new CareState(figures, newJob, findings, backups, preview, trash, kept);
  }

  /// With these findings.
  public CareState with(Findings found) {
    return new CareState(figures, job, Optional.of(found), backups, preview, trash, kept);
  }

  /// With these backups.
  public CareState with(KeptBackups those) {
    return new CareState(figures, job, findings, Optional.of(those), preview, trash, kept);
  }

  /// With this preview, or none.
  public CareState withPreview(Optional<RestorePreview> seen) {
    return new CareState(figures, job, findings, backups, seen, trash, kept);
  }

  /// With this trash.
  public CareState withTrash(List<TrashRow> rows) {
    return new CareState(figures, job, findings, backups, preview, Optional.of(List.copyOf(rows)), kept);
  }

  /// With all of this chat on the disk.
  public CareState kept(ChatState chat) {
    Kept all = new Kept(chat.chat().id(), chat.chat().conversation().size());
    return new CareState(figures, job, findings, backups, preview, trash, all);
  }

  /// How many messages of this chat are in memory only.
  public int lost(ChatState chat) {
    int onDisk = chat.chat().id().equals(kept.chat()) ? kept.messages() : 0;
    return Math.max(0, chat.chat().conversation().size() - onDisk);
  }
}
