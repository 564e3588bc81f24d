package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A column of answers, written into lists of other programs.
class ListFillTest {

  @TempDir
  private Path home;

  private TaskListStore lists;
  private Path file;

  @BeforeEach
  void open() throws StoreException {
    DataRoot root = DataRoot.open(home);
    lists = new TaskListStore(root, InstantSource.fixed(EditTrial.NOW), FileOps.DISK);
    file = root.taskLists().resolve("a.csv");
  }

  @Test
  void aHeaderInOtherLettersLosesNothing() throws Exception {
    Files.writeString(file, "Index,content,Status,Owner\n1,one,todo,me\n2,two,done,you\n");
    assertEquals(1, lists.fill("a", List.of("answer"), row -> row.index() == 2 ? Map.of("answer", "yes") : Map.of()));
    assertEquals("Index,content,Status,Owner,answer\n1,one,todo,me,\n2,two,done,you,yes\n", Files.readString(file));
  }

  @Test
  void aColumnThatIsThereInOtherLettersIsThatColumn() throws Exception {
    Files.writeString(file, "index,content,Result\n1,one,\n");
    lists.fill("a", List.of("result"), row -> Map.of("result", "yes"));
    assertEquals("index,content,Result\n1,one,yes\n", Files.readString(file));
  }

  @Test
  void twoColumnsOfOneNameAreRefused() throws Exception {
    String before = "index,content,note,note\n1,one,a,b\n";
    Files.writeString(file, before);
    assertThrows(StoreException.class, () -> lists.fill("a", List.of("answer"), row -> Map.of()));
    assertEquals(before, Files.readString(file));
  }
}
