package dev.chatstream.app;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.core.event.CareEvent;
import dev.chatstream.core.event.CategoryCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatPreviews;
import dev.chatstream.store.chat.ChatScan;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The real store without its thread: does a command at once, on the caller's thread. It can be told to fail.
public final class DirectStore {

  private final Care care;
  private final StoreCommands commands;
  private final LibraryCommands library;
  private final FileCommands files;
  private final SearchCommands search;
  private final TableCommands table;
  private Consumer<Event> fromTable = event -> {};
  private final RowComparer comparer;
  private final SourceCommands sources;
  private final CategoryWork categories;
  private GoodCopies copies = GoodCopies.NONE;
  private Optional<StoreFailure> trouble = Optional.empty();

  /// @param root a temporary folder
  public DirectStore(DataRoot root, InstantSource clock) {
    this.care = new Care(root, clock, FileOps.DISK);
    this.commands = new StoreCommands(
        root, FileOps.DISK, clock, new CareBin(care), chat -> {},
        (file, sound) -> copies.newest(file, sound));
    this.files = new FileCommands(root, clock, () -> ZoneOffset.UTC);
    this.table = new TableCommands(root, FileOps.DISK, clock, event -> fromTable.accept(event));
    this.library = new LibraryCommands(root, clock);
    this.sources = new SourceCommands(root, () -> 0);
    this.categories = new CategoryWork(root, clock, Optional::empty);
    this.comparer = new RowComparer(new TaskListStore(root, clock));
    this.search = new SearchCommands(
        new ChatScan(root, ChatScan.Limits.USUAL, () -> 0), new ChatPreviews(root), () -> 0);
  }

  /// Refuses every command for this reason from now on.
  public void failWith(StoreFailure failure) {
    trouble = Optional.of(failure);
  }

  /// Whole copies of damaged files are found there from now on.
  public void keepsCopies(GoodCopies there) {
    copies = there;
  }

  /// Works again.
  public void mend() {
    trouble = Optional.empty();
  }

  /// What the store's thread would have told the loop.
  public Event run(Command.ForStore command) {
    try {
      return trouble.isPresent() ? StoreCommands.refused(command, trouble.get()) : commands.run(command);
    } catch (StoreException failed) {
      return StoreCommands.refused(command, failed.failure());
    }
  }

  /// What the thread that writes files would have told the loop.
  public Event write(Command.ForFiles command) {
    return files.run(command);
  }

  /// What those would have told the loop who work on whole lists.
  public void work(ListJobCommand command, Consumer<Event> out) {
    Phrase sentence;
    boolean failed = false;
    try {
      sentence = new ListJobs(out, care).run(command, JobListener.NONE);
    } catch (StoreException refused) {
      sentence = Phrase.of(refused.failure().sentence());
      failed = true;
    } catch (Cancelled nobodyDoes) {
      throw new AssertionError(nobodyDoes);
    }
    out.accept(new CareEvent.JobEnded(ListJobs.kind(command), sentence, failed));
  }

  /// What the look before an append would have told the loop.
  public void check(DoublesCommand.CheckAppend command, Consumer<Event> out) {
    new ListJobs(out, care).check(command.append());
  }

  /// What the library's thread would have told the loop at the end.
  public Optional<Event> read(Command.ForLibrary command) {
    try {
      return library.run(command, () -> true, progress -> {});
    } catch (StoreException failed) {
      return Optional.of(new Event.StoreRefused(failed.failure()));
    }
  }

  /// What the table's thread would have told the loop until nothing is left to read.
  public void table(TableCommand command, Consumer<Event> out) {
    fromTable = out;
    table.run(command);
    while (table.step()) {
      // Reads on.
    }
  }

  /// What those would have told the loop who compare rows with a list; a model is never asked.
  public Optional<Event> compare(TalkCommand command) {
    return switch (command) {
      case TalkCommand.CompareRows rows -> comparer.compare(rows, () -> true).map(TalkEvent.Compared::new);
      case TalkCommand.FindSource source -> sources.run(source, () -> true);
      case TalkCommand.FindRows rows -> sources.run(rows, () -> true);
      case CategoryCommand category -> {
        List<Event> told = new ArrayList<>();
        categories.run(category, () -> true, told::add);
        yield told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
      }
      default -> Optional.empty();
    };
  }

  /// What the threads that search would have told the loop.
  public void find(Command.ForSearch command, Consumer<Event> out) {
    search.run(command, () -> true, out);
  }
}
