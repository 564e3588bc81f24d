package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.table.TableColumns;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The columns that a person chose for a list.
final class ColumnsFileTest {

  private static final String LIST = "index,content,owner\n1,one,ann\n";

  @TempDir
  private Path folder;

  private TableColumns seen(DataRoot root, String file) throws Exception {
    try (ListSession session = ListSession.open(root, FileOps.DISK, InstantSource.system(), file)) {
      return session.facts().layout();
    }
  }

  @Test
  void aChoiceStaysWithItsListUnderItsNewNameAndOutOfItsFile() throws Exception {
    DataRoot root = DataRoot.open(folder);
    Files.writeString(root.taskLists().resolve("work.csv"), LIST);
    TableColumns chosen = TableColumns.USUAL.of(List.of("index", "content", "owner")).flipped("index")
        .sized("owner", 9);
    try (ListSession session = ListSession.open(root, FileOps.DISK, InstantSource.system(), "work.csv")) {
      session.columns(chosen);
    }

    assertEquals(chosen, seen(root, "work.csv"));

    String renamed = new ListKeeping(root, FileOps.DISK, new TaskListStore(root, InstantSource.system()))
        .rename("work.csv", "other");
    assertEquals(chosen, seen(root, renamed));
    assertEquals(LIST, Files.readString(root.taskLists().resolve(renamed)));
  }

  @Test
  void aLineThatMakesNoSenseIsLeftOut() throws Exception {
    DataRoot root = DataRoot.open(folder);
    Files.writeString(root.taskLists().resolve("work.csv"), LIST);
    ListFiles files = new ListFiles(root, FileOps.DISK, "work.csv");
    Files.writeString(files.columns(), "nonsense\nhidden 7 owner\nshown 9999 index\n");

    assertEquals(List.of(new TableColumns.Column("owner", 7, false)), seen(root, "work.csv").all());
  }
}
