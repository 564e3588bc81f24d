package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TableEvent;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TablePage;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the table's thread does between commands.
class TableCommandsTest {

  @TempDir
  private Path home;

  private final List<Event> told = new ArrayList<>();
  private TableCommands commands;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    DataRoot root = DataRoot.open(home);
    file = root.taskLists().resolve("a.csv");
    Files.writeString(file, "index,content,status\n1,one,todo\n2,two,todo\n3,three,todo\n4,four,todo\n");
    commands = new TableCommands(root, FileOps.DISK, InstantSource.system(), told::add);
    commands.run(new TableCommand.Open("a.csv"));
    while (commands.step()) {
      // Reads on.
    }
  }

  private TablePage page() {
    return told.stream().filter(TableEvent.Changed.class::isInstance).map(TableEvent.Changed.class::cast)
        .reduce((one, next) -> next).orElseThrow().page();
  }

  private void replace(String text) throws IOException {
    Path other = Files.writeString(home.resolve("other"), text);
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// A fold gives rows other places; the text that is typed meanwhile must not go to a neighbour.
  @Test
  void aRowKeepsItsPlaceWhileADialogIsAboutIt() throws Exception {
    commands.run(new TableCommand.Edit(new TableEdit.Delete(), page().row(0).ref()));
    int three = page().row(1).ref();
    commands.run(new TableCommand.ReadCell(three, "content", false));
    commands.fold();
    assertTrue(Files.readString(file).contains("1,one"), "nothing is folded under an open dialog");
    commands.run(new TableCommand.Edit(new TableEdit.Put("content", "THREE"), three));
    assertTrue(commands.pending());
    commands.fold();
    List<String> lines = Files.readAllLines(file);
    assertEquals(List.of("2,two,todo", "3,THREE,todo", "4,four,todo"), lines.subList(1, 4));
  }

  /// The change itself finds its row in a file that somebody else has written meanwhile.
  @Test
  void aFileThatIsChangedUnderADialogIsLookedAtByTheChange() throws Exception {
    replace("index,id,content,status\n1,a,one,todo\n2,b,two,todo\n");
    commands.run(new TableCommand.LookAgain());
    int two = page().row(1).ref();
    commands.run(new TableCommand.ReadRow(two));
    replace("index,id,content,status\n9,x,new,todo\n1,a,one,todo\n2,b,two,todo\n");
    commands.run(new TableCommand.LookAgain());
    commands.run(new TableCommand.Edit(new TableEdit.Put("content", "TWO"), two));
    commands.fold();
    assertEquals(List.of("9,x,new,todo", "1,a,one,todo", "2,b,TWO,todo"), Files.readAllLines(file).subList(1, 4));
  }
}
