package dev.chatstream.store.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:15:30Z"));
  private static final Importer.Wish LOOK = new Importer.Wish(false, true);
  private static final Importer.Wish IMPORT = new Importer.Wish(true, false);
  private static final Importer.Wish MIGRATE = new Importer.Wish(true, true);

  @TempDir
  Path folder;

  private DataRoot root;
  private Importer importer;
  private final List<ReportLine> lines = new ArrayList<>();
  private final Watch watch = new Watch() {
    @Override
    public void line(ReportLine line) {
      lines.add(line);
    }
  };

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder.resolve("home"));
    importer = new Importer(root, CLOCK);
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private List<TaskRow> rows(String name) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = new TaskListStore(root, CLOCK).read(name)) {
      rows.forEachRemaining(all::add);
      assertEquals("", rows.problem() + rows.note());
    }
    return all;
  }

  private long filesIn(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.count();
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
  void aTableInAnyEncodingIsBroughtIn(String charset) throws Exception {
    String text = "Index;Content;Owner\r\n3;\"caf\u00e9; \"\"two\"\"\r\nlines\";Zo\u00eb\r\n7;x;y\r\n";
    Path source = file("My List.csv", text, Charset.forName(charset));
    byte[] before = Files.readAllBytes(source);
    Outcome made = importer.bringIn(source, IMPORT, watch);
    assertEquals("task_lists/my-list.csv", made.place());
    assertEquals(Outcome.State.MADE, made.state());
    List<TaskRow> rows = rows("my-list");
    assertEquals(List.of(3L, 7L), rows.stream().map(TaskRow::index).toList());
    assertEquals("caf\u00e9; \"two\"\r\nlines", rows.getFirst().cell("content"));
    assertEquals("Zo\u00eb", rows.getFirst().cell("Owner"));
    assertEquals("todo", rows.getFirst().cell("status"));
    assertEquals(8, new TaskListStore(root, CLOCK)
        .append("my-list", List.of(new NewTask(Role.USER, "n", "", ""))).first());
    assertArrayEquals(before, Files.readAllBytes(source));
    boolean guessed = charset.startsWith("w") || charset.startsWith("I");
    assertEquals(guessed ? 1 : 0, made.doubtful());
  }

  @Test
  void lookingWritesNothingAndTellsEachRow() throws Exception {
    Path source = file("a.csv", "index,content\n1,x\n2,y,z\n");
    Outcome outcome = importer.bringIn(source, LOOK, watch);
    assertEquals(Outcome.State.WOULD_MAKE, outcome.state());
    assertEquals(List.of(true, false), lines.stream().map(ReportLine::certain).toList());
    assertEquals("it has 3 cells, the header has 2", lines.get(1).doubt());
    assertEquals(List.of(2L, 3L), lines.stream().map(ReportLine::line).toList());
    assertEquals(0, filesIn(root.taskLists()));
    assertFalse(Files.exists(root.internal().resolve("imports")));
  }

  @Test
  void cellsBeyondTheHeaderAreKept() throws Exception {
    importer.bringIn(file("a.csv", "index,content\n1,x\n2,y,z\n"), IMPORT, watch);
    assertEquals("z", rows("a").get(1).cell("column 3"));
  }

  @Test
  void twiceGivesTheSame() throws Exception {
    Path source = file("a.csv", "1. User Query - a\n2. Assistant Response - b\n");
    Outcome first = importer.bringIn(source, IMPORT, watch);
    byte[] made = Files.readAllBytes(root.taskLists().resolve(first.file()));
    Outcome second = importer.bringIn(source, IMPORT, watch);
    assertEquals(Outcome.State.THERE_ALREADY, second.state());
    assertEquals(first.file(), second.file());
    assertEquals(1, filesIn(root.taskLists()));
    Files.delete(root.taskLists().resolve(first.file()));
    importer.bringIn(source, IMPORT, watch);
    assertArrayEquals(made, Files.readAllBytes(root.taskLists().resolve(first.file())));
  }

  @Test
  void aListOfTheLibraryGetsACopyAndStays() throws Exception {
    Path old = Files.writeString(root.taskLists().resolve("old.csv"), "1. User Query - a\n");
    assertEquals("old-2.csv", importer.bringIn(old, MIGRATE, watch).file());
    assertEquals("1. User Query - a\n", Files.readString(old));
    assertEquals(Outcome.State.NOTHING_TO_DO,
        importer.bringIn(root.taskLists().resolve("old-2.csv"), MIGRATE, watch).state());
  }

  @Test
  void rowsWithoutANumberGetTheNextOnes() throws Exception {
    importer.bringIn(file("a.csv", "index,content\n5,a\n,b\nx,c\n99999999999999999999,d\n"), IMPORT, watch);
    assertEquals(List.of(5L, 6L, 7L, 8L), rows("a").stream().map(TaskRow::index).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"timestamp\":\"20240102_030405\",\"conversation\":[{\"role\":\"user\",\"content\":\"a\"}]}",
        "[{\"role\":\"human\",\"text\":\"a\"}]",
        "{\"messages\":[{\"role\":\"user\",\"content\":[\"a\"]},{\"role\":\"us",
        "{\"conversation\":[{\"role\":\"user\",\"content\":\"a\"}],\"timestamp\":\"never\",\"id\":\"x\"}",
        "\uFEFF{\"conversation\":[{\"sender\":\"You\",\"content\":\"a\",},]}",
      })
  void chatsOfAnyProgramAreBroughtIn(String text) throws Exception {
    Path source = file("Talk.json", text);
    Outcome made = importer.bringIn(source, IMPORT, watch);
    assertEquals("chats/talk.json", made.place());
    ChatStore chats = new ChatStore(root, CLOCK);
    assertEquals("a", chats.open("talk").chat().conversation().getFirst().content());
    assertEquals(Role.USER, chats.open("talk").chat().conversation().getFirst().role());
    assertEquals("", chats.list().getFirst().problem());
    assertEquals(Outcome.State.THERE_ALREADY, importer.bringIn(source, IMPORT, watch).state());
    assertEquals(text, Files.readString(source));
  }

  @Test
  void aChatThatBreaksOffIsTold() throws Exception {
    Outcome made = importer.bringIn(file("a.json", "[{\"role\":\"user\",\"content\":\"a\"},{\"ro"), IMPORT, watch);
    assertTrue(made.damage().startsWith("it is not sound JSON"), made.damage());
    assertEquals(1, made.rows());
  }

  @Test
  void aChatInTheOriginalFormIsCopiedUnderAnIdOfItsOwn() throws Exception {
    String text = "{\"timestamp\":\"20240102_030405\",\"conversation\":[{\"role\":\"user\",\"content\":\"a\"}]}";
    Path old = Files.writeString(root.chats().resolve("old.json"), text);
    assertEquals("old-2.json", importer.bringIn(old, MIGRATE, watch).file());
    assertEquals("old-2.json", importer.bringIn(old, MIGRATE, watch).file());
    assertEquals(text, Files.readString(old));
    ChatStore chats = new ChatStore(root, CLOCK);
    assertFalse(chats.open("old").chat().id().equals(chats.open("old-2").chat().id()));
    assertEquals(Outcome.State.THERE_ALREADY, importer.bringIn(old, IMPORT, watch).state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "\0\0\0\0", "{}", "{\"a\":1}", "[]x", "\u0000index,content\n1,x\n"})
  void whatIsNothingIsRefused(String text) throws Exception {
    Path source = file("a.csv", text);
    StoreException refused = assertThrows(StoreException.class, () -> importer.bringIn(source, IMPORT, watch));
    assertInstanceOf(StoreFailure.Unreadable.class, refused.failure());
    assertEquals(0, filesIn(root.taskLists()) + filesIn(root.chats()));
  }

  @Test
  void foldersDevicesAndPipesAreRefused() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    for (Path source : List.of(folder, Path.of("/dev/zero"), pipe, folder.resolve("none"), folder.resolve("../none"))) {
      assertThrows(StoreException.class, () -> importer.bringIn(source, IMPORT, watch));
    }
  }

  @Test
  void aLinkThatWasGivenIsFollowed() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file("real.csv", "index,content\n1,x\n"));
    assertEquals("real.csv", importer.bringIn(link, IMPORT, watch).file());
    assertThrows(StoreException.class, () -> importer.bringIn(
        Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop")), IMPORT, watch));
  }

  @Test
  void longAndStrangeNamesBecomeSafeOnes() throws Exception {
    for (String name : List.of("x".repeat(251) + ".csv", "計".repeat(83) + ".csv", "..a b!.csv", "CON.csv", "-.csv")) {
      String made = importer.bringIn(file(name, "index,content\n1," + name + "\n"), IMPORT, watch).file();
      assertTrue(made.getBytes(StandardCharsets.UTF_8).length <= 206, made);
      assertEquals(name, rows(made).getFirst().cell("content"));
    }
  }

  @Test
  void aTwinInOtherCaseGetsANumber() throws Exception {
    Files.writeString(root.taskLists().resolve("NOTES.csv"), "index,content\n1,mine\n");
    assertEquals("notes-2.csv", importer.bringIn(file("notes.csv", "index,content\n1,x\n"), IMPORT, watch).file());
    assertEquals("index,content\n1,mine\n", Files.readString(root.taskLists().resolve("NOTES.csv")));
  }

  @Test
  void stoppedAnywhereNothingIsLeft() throws Exception {
    Path source = file("a.csv", "index,content\n" + "1,x\n".repeat(2_000));
    for (int at = 0;; at++) {
      int[] left = {at};
      try {
        importer.bringIn(source, IMPORT, new Watch() {
          @Override
          public void progress(long done, long total) {
            if (left[0]-- == 0) {
              throw new Watch.Cancelled();
            }
          }
        });
        break;
      } catch (Watch.Cancelled stopped) {
        assertEquals(0, filesIn(root.taskLists()));
      }
    }
    assertEquals(2_000, rows("a").size());
  }

  @Test
  void aDiskThatFailsAnywhereLeavesAWholeCopyOrNone() throws Exception {
    Path source = file("a.csv", "index,content\n1,x\n2,y\n");
    for (int at = 0;; at++) {
      try {
        new Importer(root, CLOCK, new FaultyOps().failAt(at)).bringIn(source, IMPORT, watch);
        break;
      } catch (StoreException failed) {
        for (var list : new TaskListStore(root, CLOCK).list()) {
          assertEquals(2, rows(list.file()).size());
        }
      }
    }
    assertEquals(Outcome.State.THERE_ALREADY, importer.bringIn(source, IMPORT, watch).state());
  }
}
