package dev.chatstream.care.doctor;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.doctor.Diagnosis.Case;
import dev.chatstream.care.doctor.DoctorReport.Fixed;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tinylog.Logger;

/// Looks at everything in a data root, and mends what it can when it is told to.
public final class Doctor {

  private final Care care;
  private final Function<List<String>, List<Problem>> keyMistakes;

  /// For this data root.
  ///
  /// @param keyMistakes what is wrong in the lines of a person's own keys, which only the screen knows
  public Doctor(Care care, Function<List<String>, List<Problem>> keyMistakes) {
    this.care = care;
    this.keyMistakes = keyMistakes;
  }

  /// What is the matter. Changes nothing.
  public DoctorReport look(JobListener listener) throws StoreException, Cancelled {
    return new DoctorReport(diagnosis(new Job(listener)).findings(), List.of());
  }

  /// Mends what can be mended. A backup is made before anything else; without one nothing is changed. What is damaged
  /// or superfluous goes to the quarantine, never away.
  ///
  /// @return what was done, and what is the matter now
  /// @throws Cancelled between two repairs; those before are done
  public DoctorReport fix(JobListener listener) throws StoreException, Cancelled {
    Job job = new Job(listener);
    List<Case> mendable = diagnosis(job).cases().stream().filter(found -> found.repair().isPresent()).toList();
    if (mendable.isEmpty()) {
      return look(listener);
    }
    new Backups(care).make(listener);
    List<Fixed> fixed = new ArrayList<>();
    for (Case found : mendable) {
      job.check();
      fixed.add(mend(found));
    }
    return new DoctorReport(diagnosis(job).findings(), List.copyOf(fixed));
  }

  private static Fixed mend(Case found) {
    Finding finding = found.finding();
    Optional<Diagnosis.Repair> repair = found.repair();
    try {
      String done = repair.orElseThrow().apply();
      Logger.info("mended {}: {}", finding.where(), done);
      return new Fixed(finding, done, true);
    } catch (StoreException e) {
      Logger.warn("{} was not mended: {}", finding.where(), e.getMessage());
      return new Fixed(finding, Finding.reason(e), false);
    }
  }

  private Diagnosis diagnosis(Job job) throws StoreException, Cancelled {
    Diagnosis diagnosis = new Diagnosis();
    new PlaceChecks(care, diagnosis).look();
    new ContentChecks(care, diagnosis).look(job);
    new KeptChecks(care, diagnosis).look();
    new OwnFileChecks(care, diagnosis, keyMistakes).look();
    return diagnosis;
  }
}
