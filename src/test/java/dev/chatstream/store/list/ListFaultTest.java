package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fails, or a process that dies, at each step of an append.
class ListFaultTest {

  private static final List<NewTask> ONE = List.of(new NewTask(Role.USER, "some text", "c/9", ""));

  @TempDir
  Path folder;

  private DataRoot root;
  private TaskListStore whole;
  private Path file;
  private String before;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    whole = new TaskListStore(root, InstantSource.system());
    whole.create("a", List.of(new NewTask(Role.USER, "first", "", "")));
    file = root.taskLists().resolve("a.csv");
    before = Files.readString(file);
  }

  private StoreException failed(FaultyOps ops) {
    TaskListStore store = new TaskListStore(root, InstantSource.system(), ops);
    return assertThrows(StoreException.class, () -> store.append("a", ONE));
  }

  private void appendsOnce() throws Exception {
    assertEquals(2, whole.append("a", ONE).first());
    assertEquals(1, whole.append("a", ONE).leftOut());
  }

  @Test
  void eachFailedStepLeavesTheListAsItWas() throws Exception {
    for (String step : List.of("open", "write", "force")) {
      failed(new FaultyOps().failStep(step).tearingAfter(7));
      assertTrue(Files.readString(file).startsWith(before), step);
    }
  }

  @Test
  void aTornWriteIsCutOffAgain() throws Exception {
    FaultyOps ops = new FaultyOps().failStep("write").tearingAfter(30).saying("No space left on device");
    assertInstanceOf(StoreFailure.DiskFull.class, failed(ops).failure());
    assertEquals(before, Files.readString(file));
    appendsOnce();
  }

  @Test
  void aFailedForceTakesTheRowsAwayAgainSoThatARetryDoublesNothing() throws Exception {
    assertEquals(List.of("open", "open", "write", "force"), stepsOfAnAppend().subList(0, 4));
    before = Files.readString(file);
    FaultyOps ops = new FaultyOps().failAt(3);
    TaskListStore store = new TaskListStore(root, InstantSource.system(), ops);
    List<NewTask> other = List.of(new NewTask(Role.USER, "x", "", ""));
    assertThrows(StoreException.class, () -> store.append("a", other));
    assertEquals(before, Files.readString(file));
    assertEquals(3, store.append("a", other).first());
  }

  /// After a failed force a retry on the same file may be told that all is well when it is not.
  @Test
  void afterAFailedForceTheListIsANewFileAtOnceOrBeforeTheNextAppend() throws Exception {
    List<NewTask> other = List.of(new NewTask(Role.USER, "x", "", ""));
    for (boolean lasting : List.of(false, true)) {
      Object inode = Files.getAttribute(file, "unix:ino");
      FaultyOps ops = lasting ? new FaultyOps().failStep("force") : new FaultyOps().failAt(3);
      TaskListStore store = new TaskListStore(root, InstantSource.system(), ops);
      long first = whole.append("a", other).last() + 1;
      assertThrows(StoreException.class, () -> store.append("a", other));
      assertEquals(lasting, inode.equals(Files.getAttribute(file, "unix:ino")));
      if (lasting) {
        assertThrows(StoreException.class, () -> store.append("a", other), "the disk still fails");
      }
      ops.heal();
      assertEquals(first, store.append("a", other).first());
      assertNotEquals(inode, Files.getAttribute(file, "unix:ino"));
    }
  }

  private List<String> stepsOfAnAppend() throws Exception {
    FaultyOps ops = new FaultyOps();
    new TaskListStore(root, InstantSource.system(), ops).append("a", ONE);
    return ops.steps();
  }

  @Test
  void aProcessThatDiesBeforeTheWriteLeavesTheListAsItWas() throws Exception {
    for (int step = 0; step < 3; step++) {
      failed(new FaultyOps().failAt(step).thenDead());
      assertEquals(before, Files.readString(file));
    }
    appendsOnce();
  }

  @Test
  void aProcessThatDiesAfterTheWriteLeavesWholeRows() throws Exception {
    failed(new FaultyOps().failAt(3).thenDead());
    assertEquals("", whole.list().getFirst().problem());
    assertEquals(1, whole.append("a", ONE).leftOut());
    assertEquals(3, whole.append("a", List.of(new NewTask(Role.USER, "x", "", ""))).first());
  }

  @Test
  void theTornEndOfAProcessThatDiedIsPutAsideAndTold() throws Exception {
    whole.append("a", List.of(new NewTask(Role.USER, "known", "", "")));
    before = Files.readString(file);
    for (int torn : new int[] {1, 2, 5, 60, 130}) {
      FaultyOps ops = new FaultyOps().failAt(2).tearingAfter(torn).thenDead();
      String good = Files.readString(file);
      failed(ops);
      String end = Files.readString(file).substring(good.length());
      assertEquals(torn, end.length());
      ListAppend next = whole.append("a", List.of(new NewTask(Role.USER, "n" + torn, "", "")));
      assertTrue(next.told().contains(torn + " bytes"), next.told());
      assertTrue(Files.readString(file).startsWith(good));
      String name = next.told().replaceAll(".*quarantine/(.*)\\.", "$1");
      assertEquals(end, Files.readString(root.quarantine().resolve(name)));
    }
    assertEquals(7, whole.list().getFirst().lastIndex());
    assertEquals("", whole.list().getFirst().problem());
  }

  @Test
  void damageThatIsNotTheEndOfOurAppendIsLeftAlone() throws Exception {
    whole.append("a", ONE);
    String good = Files.readString(file);
    String quoteLost = good.replaceFirst("\"some text\"", "\"some text");
    for (String damaged : List.of(quoteLost, good.substring(0, good.length() - 5))) {
      Files.writeString(file, damaged);
      StoreException refused = assertThrows(StoreException.class, () -> whole.append("a", ONE));
      assertInstanceOf(StoreFailure.Unreadable.class, refused.failure());
      assertEquals(damaged, Files.readString(file));
    }
  }
}
