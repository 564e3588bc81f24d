package dev.chatstream.app;

import dev.chatstream.core.event.CareEvent;
import dev.chatstream.care.backup.BackupReport;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.care.backup.BackupSchedule;
import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.backup.RestorePlan;
import dev.chatstream.care.backup.RestoreReport;
import dev.chatstream.care.backup.Restores;
import dev.chatstream.care.doctor.Doctor;
import dev.chatstream.care.doctor.DoctorReport;
import dev.chatstream.care.trash.Trash;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.ListJobCommand;
import dev.chatstream.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinylog.Logger;

/// Does the long work on the library, one after the other, on a thread of its own, so that it holds no save back. It is
/// never interrupted, for an interrupt closes files; a job is asked to stop and undoes what it had half made. Between
/// jobs it sees to the backup of each day.
final class CareWorker {

  /// The first seconds belong to the chats.
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

  private final EventBus<Event> bus;
  private final InstantSource clock;
  private final Backups backups;
  private final BackupSchedule schedule;
  private final Restores restores;
  private final Trash trash;
  private final Doctor doctor;
  private final ListJobs listJobs;
  private final LinkedBlockingQueue<Command.ForCare> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile Running running;

  // The worker's own.
  private Optional<RestorePlan> plan = Optional.empty();

  CareWorker(EventBus<Event> bus, Care care) {
    this.bus = bus;
    this.clock = care.clock();
    this.backups = new Backups(care);
    this.schedule = new BackupSchedule(care);
    this.restores = new Restores(care);
    this.trash = new Trash(care);
    this.doctor = new Doctor(care, KeyFiles::mistakes);
    this.listJobs = new ListJobs(bus::publishEnding, care);
  }

  /// Begins; soon after comes the backup of the day, if it is due.
  void start() {
    Thread.ofPlatform().daemon().name("care").priority(Thread.MIN_PRIORITY).start(this::work);
  }

  void submit(Command.ForCare command) {
    open.incrementAndGet();
    queue.add(command);
  }

  /// Asks the job that runs to stop.
  void stop() {
    Running now = running;
    if (now != null) {
      now.cancel();
    }
  }

  /// True when no job runs or waits.
  boolean idle() {
    return open.get() == 0;
  }

  private void work() {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        Command.ForCare command = queue.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (command == null) {
          pause = BackupSchedule.CHECK_EVERY;
          backUpIfDue();
        } else {
          attempt(command);
          open.decrementAndGet();
        }
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the care thread was interrupted; it goes on");
      }
    }
  }

  /// Looks rows up that are to be appended; that waits for no job.
  void check(DoublesCommand.CheckAppend check) {
    Thread.ofPlatform().daemon().name("doubles").start(() -> listJobs.check(check.append()));
  }

  private void attempt(Command.ForCare command) {
    Optional<JobKind> kind = kind(command);
    Phrase sentence = Phrase.NONE;
    boolean failed = false;
    try {
      running = new Running(kind.orElse(JobKind.LOOK), bus);
      sentence = run(command);
    } catch (Cancelled stopped) {
      sentence = Phrase.of("Stopped. What was half made is gone.");
    } catch (StoreException refused) {
      sentence = Phrase.of(refused.failure().sentence());
      failed = true;
      Logger.warn("{}: {}", command.getClass().getSimpleName(), refused.failure().sentence());
    } catch (RuntimeException | Error unforeseen) {
      sentence = Phrase.of("That went wrong: a bug. The log says more; nothing else is concerned.");
      failed = true;
      Logger.error(unforeseen, "{} ended unforeseen", command.getClass().getSimpleName());
    }
    if (kind.isPresent()) {
      bus.publishEnding(new CareEvent.JobEnded(kind.get(), sentence, failed));
    } else if (failed) {
      bus.publishEnding(new CareEvent.CareRefused(sentence));
    }
  }

  private static Optional<JobKind> kind(Command.ForCare command) {
    return switch (command) {
      case Command.Examine look -> Optional.of(JobKind.LOOK);
      case Command.Mend mend -> Optional.of(JobKind.FIX);
      case Command.BackUp backUp -> Optional.of(JobKind.BACKUP);
      case Command.PlanRestore plan -> Optional.of(JobKind.PLAN);
      case Command.Restore restore -> Optional.of(JobKind.RESTORE);
      case Command.EmptyTrash empty -> Optional.of(JobKind.EMPTY);
      case Command.ReadBackups read -> Optional.empty();
      case Command.KeepBackingUp wish -> Optional.empty();
      case Command.ReadTrash read -> Optional.empty();
      case ListJobCommand lists -> Optional.of(ListJobs.kind(lists));
    };
  }

  /// @return what to say when it is done
  private Phrase run(Command.ForCare command) throws StoreException, Cancelled {
    switch (command) {
      case Command.Examine look -> tell(doctor.look(running));
      case Command.Mend mend -> {
        return mended(doctor.fix(running));
      }
      case Command.BackUp backUp -> {
        return CareWords.made(backups.make(running));
      }
      case Command.PlanRestore wanted -> plan(restores.plan(wanted.backup(), List.of(), running));
      case Command.Restore restore -> {
        return restored(restore.files());
      }
      case Command.EmptyTrash empty -> {
        return emptied(empty.ids());
      }
      case Command.ReadBackups read -> readBackups();
      case Command.KeepBackingUp wish -> schedule.set(wish.daily());
      case ListJobCommand lists -> {
        return listJobs.run(lists, running);
      }
      case Command.ReadTrash read -> bus.publishEnding(new CareEvent.TrashRead(CareRows.trash(trash.list())));
    }
    return Phrase.NONE;
  }

  private void tell(DoctorReport report) {
    bus.publishEnding(new CareEvent.LibraryExamined(CareRows.findings(report, clock.instant())));
  }

  private Phrase mended(DoctorReport report) {
    tell(report);
    Logger.info("mended {}, left {}", report.fixed().size(), report.findings().size());
    return CareWords.mended(report);
  }

  private void readBackups() throws StoreException {
    bus.publishEnding(new CareEvent.BackupsRead(CareRows.backups(backups.list(), schedule.on())));
  }

  private void plan(RestorePlan made) {
    plan = Optional.of(made);
    bus.publishEnding(new CareEvent.RestorePlanned(CareRows.preview(made)));
  }

  private Phrase restored(List<String> files) throws StoreException, Cancelled {
    if (plan.isEmpty()) {
      return Phrase.NONE;
    }
    RestorePlan all = plan.get();
    Set<String> wanted = Set.copyOf(files);
    List<RestorePlan.Planned> chosen = all.planned().stream()
        .filter(each -> wanted.isEmpty() || wanted.contains(each.change().file().relative()))
        .toList();
    RestoreReport report = restores.apply(new RestorePlan(all.from(), chosen, all.onlyHere()), running);
    bus.publishEnding(new CareEvent.FilesRestored(
        report.done().stream().map(change -> change.file().relative()).toList()));
    return CareWords.restored(report);
  }

  private Phrase emptied(List<String> ids) throws StoreException {
    Set<String> wanted = Set.copyOf(ids);
    // What was deleted since the question was asked is not meant.
    long freed = trash.empty(trash.list().stream().filter(trashed -> wanted.contains(trashed.id())).toList());
    Logger.info("emptied the trash, {} bytes", freed);
    return CareWords.freed(freed);
  }

  /// A backup that is due is a job like others, but nobody waits for it.
  private void backUpIfDue() {
    open.incrementAndGet();
    running = new Running(JobKind.BACKUP, bus);
    try {
      schedule.runIfDue(running).ifPresent(this::tellScheduled);
    } catch (Cancelled atTheEnd) {
      Logger.info("the backup of the day was stopped; the next start makes it");
    } catch (StoreException refused) {
      failed(refused.failure().sentence(), refused);
    } catch (RuntimeException | Error unforeseen) {
      failed("a bug, the log says more.", unforeseen);
    } finally {
      open.decrementAndGet();
    }
  }

  private void tellScheduled(BackupReport report) {
    Logger.info("the backup of the day is made, files: {}", report.copied() + report.linked());
    bus.publishEnding(new CareEvent.ScheduledBackup(CareWords.made(report), false));
  }

  private void failed(String reason, Throwable cause) {
    Logger.warn(cause, "the backup of the day failed");
    bus.publishEnding(new CareEvent.ScheduledBackup(Phrase.of("The backup of the day failed: " + reason), true));
  }
}
