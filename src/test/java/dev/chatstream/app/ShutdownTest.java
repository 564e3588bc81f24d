package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Message;
import dev.chatstream.care.work.Care;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.ChatPreviews;
import dev.chatstream.store.chat.ChatScan;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.testing.ScriptedOllama;
import dev.chatstream.ui.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The end of the program with its real workers: what is still written, in which order, and what is said when it can't
/// be. The model is a server on loopback.
@Timeout(60)
class ShutdownTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final StoreFailure FULL = new StoreFailure.DiskFull("chats/a.json");

  @TempDir
  Path folder;

  private final ScriptedOllama server = ScriptedOllama.start();
  private final FakeEngines engines = new FakeEngines();
  private final List<String> happened = new CopyOnWriteArrayList<>();
  private final CountDownLatch writing = new CountDownLatch(1);
  private volatile CountDownLatch disk = new CountDownLatch(0);
  private volatile StoreFailure trouble;
  private DataRoot root;
  private StoreCommands commands;
  private CommandRunner workers;
  private LoopFixture fixture;

  @BeforeEach
  void build() throws Exception {
    root = DataRoot.open(folder);
    Care care = Care.of(root);
    commands = new StoreCommands(
        root, FileOps.DISK, InstantSource.system(), new CareBin(care), chat -> {}, GoodCopies.NONE);
    fixture = new LoopFixture(new Later());
    StoreWorker store = new StoreWorker(fixture.bus(), this::work);
    LibraryWorker library = new LibraryWorker(fixture.bus(), new LibraryCommands(root, InstantSource.system()));
    JournalWorker journal = new JournalWorker(root, FileOps.DISK, InstantSource.system(), failure -> {});
    ServerLink link = new ServerLink(fixture.bus(), () -> server.uri().toString(), Hosts.unnamed(Optional.empty()));
    SearchWorker search = new SearchWorker(fixture.bus(), new SearchCommands(
        new ChatScan(root, ChatScan.Limits.USUAL, System::nanoTime), new ChatPreviews(root), System::nanoTime));
    TableWorker table = new TableWorker(
        wanted -> new TableCommands(root, FileOps.DISK, InstantSource.system(), fixture.bus()::publishEnding),
        () -> {});
    table.start();
    workers = new CommandRunner(
        fixture.bus(), store, library, table, search, journal, link,
        new TalkWorker(fixture.bus(), root, InstantSource.system(), link::server),
        new EngineLink(fixture.bus(), engines, link),
        new LogReader(fixture.bus(), root.logFile()),
        new Conversions(fixture.bus(), root, InstantSource.system()),
        new FiguresWatch(fixture.bus(), root, InstantSource.system()),
        new CareWorker(fixture.bus(), care),
        new RunsWorker(fixture.bus(), root, new RunForms(fixture.bus(), root, () -> null, Optional::empty),
            new OwnRun(fixture.bus(), () -> null, Optional::empty)),
        new FileWriting(fixture.bus(), new FileCommands(root, InstantSource.system(), () -> ZoneOffset.UTC)),
        LoopFixture.themes());
    store.start();
    journal.start();
    workers.run(new Command.Connect());
    tickUntil(() -> !fixture.loop().state().server().model().isEmpty());
  }

  @AfterEach
  void stop() {
    disk.countDown();
    server.close();
    engines.close();
  }

  /// The loop is built before its workers.
  private final class Later implements EventLoop.CommandSink {
    @Override
    public void run(Command command) {
      workers.run(command);
    }

    @Override
    public void showTheme(String name, Windows windows) {
      workers.showTheme(name, windows);
    }
  }

  private Event work(Command.ForStore command) throws StoreException {
    writing.countDown();
    try {
      disk.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts the store", e);
    }
    boolean chat = command instanceof StoreCommand.KeepDraft || command instanceof StoreCommand.SaveChat;
    if (trouble != null && chat) {
      throw new StoreException(trouble);
    }
    Event event = commands.run(command);
    happened.add(command.getClass().getSimpleName());
    return event;
  }

  private interface Check {
    boolean holds();
  }

  private void tickUntil(Check check) throws InterruptedException {
    while (!check.holds()) {
      fixture.loop().tick();
    }
  }

  private void publish(Event event) {
    fixture.bus().publishEnding(event);
  }

  /// Asks what the server answers with these words, and goes on with them for ever.
  private void askedAndStreaming(String question) throws InterruptedException {
    server.script("fast", (request, reply) -> reply.token("half ").awaitClientClose());
    publish(new Event.PromptSubmitted(question));
    tickUntil(() -> fixture.loop().state().chat().turn().filter(turn -> !turn.silent()).isPresent());
  }

  private void leaveWhileTheSaveFails() throws InterruptedException {
    disk = new CountDownLatch(1);
    askedAndStreaming("q");
    publish(new Event.ActionTriggered(Action.NEW));
    tickUntil(() -> fixture.loop().state().chat().chat().conversation().isEmpty());
    trouble = FULL;
    disk.countDown();
    tickUntil(() -> !fixture.loop().state().library().unsaved().isEmpty());
  }

  /// What the next start finds of the input; this process holds the file still.
  private String kept() throws IOException {
    try (Stream<Path> files = Files.list(root.journal())) {
      Path input = files.filter(file -> file.getFileName().toString().startsWith("input-")).findFirst().orElseThrow();
      return Files.readString(input);
    }
  }

  private int end(Duration patience) throws InterruptedException {
    return new Shutdown(
        fixture.loop(), workers, new Shutdown.Ending(() -> happened.add("restored"), happened::add), patience)
        .runUntilEnd();
  }

  @Test
  void allThatWasAskedForIsWrittenBeforeTheTerminalIsGivenBack() throws Exception {
    disk = new CountDownLatch(1);
    askedAndStreaming("q");
    publish(new Event.ActionTriggered(Action.QUIT));
    Thread.ofPlatform().daemon().start(() -> {
      try {
        writing.await();
        disk.countDown();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    assertEquals(0, end(LONG));
    List<String> drafts = happened.stream().filter("KeepDraft"::equals).toList();
    assertEquals(2, drafts.size(), happened.toString());
    assertEquals("restored", happened.getLast());
    assertTrue(happened.indexOf("KeepInput") < happened.indexOf("restored"));
    ChatSummary draft = new ChatStore(root, InstantSource.system()).drafts().getFirst();
    Event.ChatOpened opened = (Event.ChatOpened) commands.run(new StoreCommand.OpenChat("", draft.id()));
    List<Message> kept = opened.chat().conversation();
    assertEquals(List.of("q", "half "), kept.stream().map(Message::content).toList());
  }

  @Test
  void questionsThatWaitedAndWhatWasTypedComeBackAtTheNextStart() throws Exception {
    askedAndStreaming("q");
    publish(new Event.PromptSubmitted("second"));
    publish(new Event.PromptSubmitted("third"));
    tickUntil(() -> fixture.loop().state().chat().queued().size() == 2);
    publish(new Event.ActionTriggered(Action.QUIT));
    assertEquals(0, end(LONG));
    assertTrue(kept().contains("\"second\\n\\nthird\""), kept());
  }

  @Test
  void aSignalKeepsThemToo() throws Exception {
    askedAndStreaming("q");
    publish(new Event.PromptSubmitted("second"));
    tickUntil(() -> fixture.loop().state().chat().queued().size() == 1);
    publish(new Event.SignalReceived(143));
    assertEquals(143, end(LONG));
    assertTrue(kept().contains("\"second\""), kept());
  }

  @Test
  void aDiskThatHangsIsNotWaitedForForEver() throws Exception {
    disk = new CountDownLatch(1);
    publish(new Event.ActionTriggered(Action.QUIT));
    assertEquals(1, end(Duration.ofMillis(20)));
    assertEquals(List.of("restored", "NOT SAVED: the disk took longer than 0 s.", "restored"), happened);
  }

  @Test
  void aChatThatCouldNotBeWrittenIsSaidWhenTheScreenIsGone() throws Exception {
    trouble = FULL;
    askedAndStreaming("q");
    publish(new Event.SignalReceived(143));
    assertEquals(143, end(LONG));
    assertTrue(happened.containsAll(List.of("restored", FULL.sentence())), happened.toString());
    assertTrue(happened.indexOf("restored") < happened.indexOf(FULL.sentence()));
  }

  @Test
  void aChatThatWasLeftAndCouldNotBeWrittenIsSaidToo() throws Exception {
    leaveWhileTheSaveFails();
    publish(new Event.SignalReceived(143));
    assertEquals(143, end(LONG));
    assertTrue(happened.contains("NOT SAVED: 1 of the chats that were open before."), happened.toString());
  }

  @Test
  void whatFailedIsWrittenAtTheEndWhenTheDiskWorksAgain() throws Exception {
    leaveWhileTheSaveFails();
    trouble = null;
    publish(new Event.SignalReceived(143));
    assertEquals(143, end(LONG));
    assertTrue(happened.stream().noneMatch(said -> said.startsWith("NOT SAVED")), happened.toString());
    assertTrue(happened.contains("KeepDraft"), happened.toString());
  }
}
