package dev.chatstream.store.journal;

import static dev.chatstream.store.journal.JournalSamples.CLOCK;
import static dev.chatstream.store.journal.JournalSamples.asked;
import static dev.chatstream.store.journal.JournalSamples.names;
import static dev.chatstream.store.journal.JournalSamples.newChat;
import static dev.chatstream.store.journal.JournalSamples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnJournalTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private Asked asked;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    asked = asked(newChat(), "why?");
  }

  /// Promise 1: nothing is acknowledged before it was forced, the name of a new file neither.
  @Test
  void eachBatchIsForcedBeforeItIsAcknowledged() throws Exception {
    FaultyOps ops = new FaultyOps();
    TurnJournal journal = TurnJournal.begin(root, ops, CLOCK, asked);
    assertEquals(List.of("open", "write", "force", "replace", "forceFolder"), List.copyOf(ops.steps()));
    ops.steps().clear();
    journal.came(text("a", "b", "c"));
    assertEquals(List.of("write", "force"), List.copyOf(ops.steps()));
    journal.delete();
  }

  @Test
  void aFullDiskInTheMiddleKeepsWhatCameBefore() throws Exception {
    for (int torn = 0; torn < 200; torn += 7) {
      FaultyOps ops = new FaultyOps();
      TurnJournal journal = TurnJournal.begin(root, ops, CLOCK, asked);
      journal.came(text("kept"));
      ops.failStep("write").tearingAfter(torn).saying("No space left on device");
      StoreException full = assertThrows(StoreException.class, () -> journal.came(text("lost".repeat(50))));
      assertInstanceOf(StoreFailure.DiskFull.class, full.failure());
      Path file = root.journal().resolve(names(root.journal()).getFirst());
      ReadTurn read = ReadTurn.of(Files.readAllBytes(file)).orElseThrow();
      assertEquals("kept", read.text());
      assertEquals(torn > 0, read.damaged());
      journal.delete();
    }
  }

  /// After any error the file is left as it is, and a new one takes its place with all that came.
  @Test
  void theJournalGoesOnInANewFileAsSoonAsTheDiskAllowsIt() throws Exception {
    for (String step : List.of("write", "force")) {
      FaultyOps ops = new FaultyOps();
      TurnJournal journal = TurnJournal.begin(root, ops, CLOCK, asked);
      Path file = root.journal().resolve(names(root.journal()).getFirst());
      Object inode = Files.getAttribute(file, "unix:ino");
      journal.came(text("a"));
      ops.failStep(step).tearingAfter(9);
      for (String came : List.of("b", "c")) {
        assertThrows(StoreException.class, () -> journal.came(text(came)));
      }
      assertEquals(inode, Files.getAttribute(file, "unix:ino"));
      ops.heal();
      journal.came(text("d"));
      assertNotEquals(inode, Files.getAttribute(file, "unix:ino"));
      ReadTurn read = ReadTurn.of(Files.readAllBytes(file)).orElseThrow();
      assertEquals("abcd", read.text());
      assertFalse(read.damaged());
      assertEquals(List.of(), new Recovery(root, new ChatStore(root, CLOCK), ops).run().replies(), "it has an owner");
      journal.delete();
      assertEquals(List.of(), names(root.journal()));
    }
  }

  @Test
  void oneFailureCostsNothingButTheFile() throws Exception {
    for (int step = 0; step < 2; step++) {
      FaultyOps ops = new FaultyOps();
      TurnJournal journal = TurnJournal.begin(root, ops, CLOCK, asked);
      Path file = root.journal().resolve(names(root.journal()).getFirst());
      Object inode = Files.getAttribute(file, "unix:ino");
      ops.failAt(ops.steps().size() + step);
      journal.came(text("a"));
      assertNotEquals(inode, Files.getAttribute(file, "unix:ino"));
      assertEquals("a", ReadTurn.of(Files.readAllBytes(file)).orElseThrow().text());
      journal.delete();
    }
  }

  @Test
  void aJournalThatCouldNotBeginBeginsWithTheNextBatch() throws Exception {
    for (int step = 0; step < 5; step++) {
      FaultyOps ops = new FaultyOps().failAt(step);
      TurnJournal journal = TurnJournal.of(root, ops, CLOCK, asked);
      assertThrows(StoreException.class, journal::begin);
      journal.came(text("a"));
      Path file = root.journal().resolve(names(root.journal()).getFirst());
      assertEquals("a", ReadTurn.of(Files.readAllBytes(file)).orElseThrow().text());
      journal.delete();
    }
  }

  @Test
  void aJournalThatCanNotBeginLeavesNothing() throws Exception {
    for (int step = 0; step < 5; step++) {
      FaultyOps ops = new FaultyOps().failAt(step);
      assertThrows(StoreException.class, () -> TurnJournal.begin(root, ops, CLOCK, asked));
      assertEquals(List.of(), names(root.journal()), "step " + step);
    }
    TurnJournal.begin(root, new FaultyOps(), CLOCK, asked).delete();
  }

  @Test
  void oneForceKeepsAQuestionWhoseFileWasMadeAhead() throws Exception {
    FaultyOps ops = new FaultyOps();
    TurnJournal.Spare spare = TurnJournal.spare(root, ops, CLOCK);
    assertEquals("forceFolder", List.copyOf(ops.steps()).getLast());
    assertTrue(spare.isThere());
    ops.steps().clear();
    TurnJournal journal = spare.journal(CLOCK, asked);
    journal.begin();
    assertEquals(List.of("write", "force"), List.copyOf(ops.steps()));
    Path file = root.journal().resolve(names(root.journal()).getFirst());
    assertEquals(asked, ReadTurn.of(Files.readAllBytes(file)).orElseThrow().asked());
    journal.delete();
    assertFalse(spare.isThere());
  }

  /// As after any error: a new file takes the place of the one whose force failed, in the same call where it can.
  @Test
  void aQuestionWhoseFileMadeAheadFailsGoesIntoANewOne() throws Exception {
    FaultyOps ops = new FaultyOps();
    TurnJournal journal = TurnJournal.spare(root, ops, CLOCK).journal(CLOCK, asked);
    ops.failStep("force");
    assertThrows(StoreException.class, journal::begin);
    ops.heal();
    journal.came(text("a"));
    Path file = root.journal().resolve(names(root.journal()).getFirst());
    ReadTurn read = ReadTurn.of(Files.readAllBytes(file)).orElseThrow();
    assertEquals(asked, read.asked());
    assertEquals("a", read.text());
    journal.delete();
  }
}
