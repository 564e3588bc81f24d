package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.care.backup.Backups;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.GoodCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCopiesTest {

  private static final String LIST = "task_lists/a.csv";

  @TempDir
  Path home;

  private DataRoot root;

  @BeforeEach
  void aBackupOfOneList() throws Exception {
    root = DataRoot.open(home);
    Files.writeString(root.taskLists().resolve("a.csv"), "\"index\",\"content\"\n\"1\",\"x\"\n");
    new Backups(Care.of(root)).make(JobListener.NONE);
  }

  @Test
  void theNewestCopyIsFoundAndCanBeRead() throws Exception {
    Files.writeString(root.taskLists().resolve("a.csv"), "torn \"");
    Optional<GoodCopy> copy = new BackupCopies(Care.of(root)).newest(LIST, path -> true);
    assertEquals("\"index\",\"content\"\n\"1\",\"x\"\n", Files.readString(copy.orElseThrow().path()));
  }

  @Test
  void aCopyThatTheReaderRefusesIsNone() {
    assertTrue(new BackupCopies(Care.of(root)).newest(LIST, path -> false).isEmpty());
  }

  @Test
  void whatNoBackupHoldsIsNone() {
    assertTrue(new BackupCopies(Care.of(root)).newest("task_lists/b.csv", path -> true).isEmpty());
    assertTrue(new BackupCopies(Care.of(root)).newest("../a.csv", path -> true).isEmpty());
  }
}
