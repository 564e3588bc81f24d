package dev.chatstream.run;

import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Ends a run that nobody wants to go on with: the rows that are left count as skipped, what was answered stays.
public final class GivingUp {

  private static final int AT_ONCE = 1000;

  private GivingUp() {}

  /// @return how many rows were left
  /// @throws StoreException when another process runs it, or its journal can't be written
  public static int of(RunFolder folder, InstantSource clock) throws StoreException {
    try (LockFile held = folder.lock(); RunJournal journal = folder.write()) {
      RunBoard board = new RunBoard(folder.plan());
      folder.journal().read(board::apply);
      board.cut();
      List<RunRecord> records = new ArrayList<>();
      int left = 0;
      for (int job = board.nextOpen(0, board.size()); job >= 0; job = board.nextOpen(job + 1, board.size())) {
        records.add(new RunRecord.Skipped(job, "The run was given up.", clock.instant()));
        left++;
        if (records.size() == AT_ONCE) {
          journal.append(records);
          records.clear();
        }
      }
      records.add(new RunRecord.Noted(RunRecord.Noted.Kind.FINISHED, "Given up.", clock.instant()));
      journal.append(records);
      return left;
    }
  }
}
