package dev.chatstream.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.app.KeyFiles;
import dev.chatstream.care.doctor.Doctor;
import dev.chatstream.care.doctor.DoctorReport;
import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.Severity;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.file.Sha256;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FaultyOps;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The doctor in a library with more than thirty broken files.
class DoctorTest {

  @TempDir
  private Path folder;

  private static DoctorReport look(TestLibrary library) throws Exception {
    return new Doctor(library.care(), KeyFiles::mistakes).look(JobListener.NONE);
  }

  /// The SHA-256 of each plain file, with one path that has it.
  private static Map<String, String> sums(TestLibrary library) throws Exception {
    Map<String, String> sums = new HashMap<>();
    for (String file : library.files("")) {
      MessageDigest digest = Sha256.start();
      digest.update(Files.readAllBytes(library.path(file)));
      sums.put(Sha256.end(digest), file);
    }
    return sums;
  }

  /// By hand: makes such a library to look at.
  @Test
  @EnabledIfSystemProperty(named = "broken.folder", matches = ".+")
  void makesOneToLookAt() throws Exception {
    assertTrue(BrokenLibrary.make(new TestLibrary(Path.of(System.getProperty("broken.folder")))).size() > 30);
  }

  @Test
  void tellsEachBrokenFileAndChangesNothing() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    List<String> broken = BrokenLibrary.make(library);
    assertTrue(broken.size() > 30, "broken: " + broken.size());
    Map<String, String> before = sums(library);
    DoctorReport report = look(library);
    Set<String> told = new HashSet<>();
    report.findings().forEach(finding -> told.add(finding.where()));
    for (String file : broken) {
      assertTrue(told.stream().anyMatch(where -> file.equals(where) || file.startsWith(where + "/")), file);
    }
    assertEquals(Severity.DAMAGE, report.worst().orElseThrow());
    assertEquals(before, sums(library));
  }

  @Test
  void mendsWhatCanBeMendedAndLosesNoByte() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    BrokenLibrary.make(library);
    Map<String, String> before = sums(library);
    before.values().removeIf(file -> file.startsWith(".store/idx"));
    DoctorReport report = new Doctor(library.care(), KeyFiles::mistakes).fix(JobListener.NONE);
    assertEquals(List.of(), report.fixed().stream().filter(fixed -> !fixed.mended()).toList());
    assertEquals(List.of(), mendable(report));
    assertEquals(List.of(), mendable(look(library)));
    before.keySet().removeAll(sums(library).keySet());
    assertEquals(Map.of(), before, "bytes that are nowhere any more");
    chatsAreWhole(library);
    listsAreWhole(library);
    theReplyOfADeadProgramIsInItsChat(library);
  }

  private static List<Finding> mendable(DoctorReport report) {
    return report.findings().stream().filter(finding -> !finding.fix().isEmpty()).toList();
  }

  private static void chatsAreWhole(TestLibrary library) throws Exception {
    for (String name : List.of(
        "cut", "empty", "zeros", "zero-block", "bad-utf8", "double-key", "trailing", "no-end", "wizard", "garbage",
        "no-list", "deep")) {
      List<Message> path = library.chats().open(name).chat().conversation();
      assertEquals(8, path.size(), name);
      for (int i = 0; i < 8; i++) {
        String expected = i % 2 == 0 ? "question " + (i / 2 + 1) + " of " : "answer " + (i / 2 + 1) + ", größer";
        assertTrue(path.get(i).content().startsWith(expected), name + ": " + path.get(i).content());
        assertEquals(i == 0 ? null : path.get(i - 1).id(), path.get(i).parent().orElse(null), name);
      }
    }
    assertEquals(4, library.chats().open("never-kept").chat().conversation().size());
  }

  private static void listsAreWhole(TestLibrary library) throws Exception {
    for (String name : List.of("torn", "ragged", "open-quote", "zeros", "latin", "no-header", "gone")) {
      TaskListSummary list =
          library.lists().list().stream().filter(one -> one.file().equals(name + ".csv")).findFirst().orElseThrow();
      assertEquals("", list.problem(), name);
      assertEquals(5, list.lastIndex(), name);
      library.rows(name, 1);
    }
  }

  private static void theReplyOfADeadProgramIsInItsChat(TestLibrary library) throws Exception {
    Message last = library.chats().open("fine").chat().conversation().getLast();
    assertEquals("What came before the machine fell.", last.content());
    assertEquals(MessageState.CUT, last.state());
  }

  @Test
  void withoutABackupNothingIsMended() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    BrokenLibrary.make(library);
    Map<String, String> before = sums(library);
    Doctor failing = new Doctor(library.care(new FaultyOps().failStep("force")), KeyFiles::mistakes);
    assertThrows(StoreException.class, () -> failing.fix(JobListener.NONE));
    assertEquals(before, sums(library));
  }

  @Test
  void aSoundLibraryIsWell() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    library.chat("plan", 2);
    library.rows("todo", 3);
    DoctorReport report = new Doctor(library.care(), KeyFiles::mistakes).look(JobListener.NONE);
    assertEquals(List.of("there is no backup yet"), report.findings().stream().map(Finding::what).toList());
    assertEquals(List.of(), new Doctor(library.care(), KeyFiles::mistakes).fix(JobListener.NONE).findings());
  }

  @Test
  void rightsAreMendedWithoutFollowingLinks() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    library.chat("plan", 1);
    Path outside = Files.createTempFile(folder, "outside", "");
    Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.createSymbolicLink(library.path("chats/link.json"), outside);
    Files.setPosixFilePermissions(library.path("chats/plan.json"), PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.setPosixFilePermissions(library.path(".store"), PosixFilePermissions.fromString("rwxr-xr-x"));
    new Doctor(library.care(), KeyFiles::mistakes).fix(JobListener.NONE);
    assertEquals("rw-------", rights(library.path("chats/plan.json")));
    assertEquals("rwx------", rights(library.path(".store")));
    assertEquals("rw-r--r--", rights(outside));
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /// A list of another program is whole in its own way: rewriting it would lose what it means.
  @Test
  void listsOfOtherKindsAreNeverMended() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    Path list = library.path("task_lists/latin.csv");
    byte[] latin = "index;content\n1;gr\u00fc\u00dfe\n2;\u00e9t\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(list, latin);
    Files.writeString(library.path("task_lists/ragged.csv"), "index,content\n1,a\n2,b,c\n3,d\n");
    DoctorReport report = new Doctor(library.care(), KeyFiles::mistakes).fix(JobListener.NONE);
    assertEquals(Set.of("task_lists/latin.csv", "task_lists/ragged.csv"), new HashSet<>(
        report.findings().stream().map(Finding::where).filter(where -> where.startsWith("task_lists")).toList()));
    assertFalse(report.worst().orElseThrow() == Severity.DAMAGE, report.findings().toString());
    assertEquals(new String(latin, StandardCharsets.ISO_8859_1), Files.readString(list, StandardCharsets.ISO_8859_1));
  }

  @Test
  void aWrongIndexFileIsFound() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    library.rows("todo", 3);
    library.rows("todo", 1);
    Path list = library.path("task_lists/todo.csv");
    var time = Files.getLastModifiedTime(list);
    String text = Files.readString(list);
    Files.writeString(list, text.replaceFirst("\"1\",\"", "\"9\",\""));
    Files.setLastModifiedTime(list, time);
    DoctorReport report = look(library);
    assertTrue(report.findings().stream().anyMatch(finding -> finding.check().equals("idx")), report.toString());
    new Doctor(library.care(), KeyFiles::mistakes).fix(JobListener.NONE);
    assertFalse(look(library).findings().stream().anyMatch(finding -> finding.check().equals("idx")));
    library.rows("todo", 1);
    assertEquals(10, library.lists().list().getFirst().lastIndex());
  }

  @Test
  void whatAPersonWroteByHandIsLookedIntoToo() throws Exception {
    TestLibrary library = new TestLibrary(folder);
    write(library, "settings.properties", "# mine\ntheme = nothing\nnobody = 1\n");
    write(library, "keys.properties", "save = ^I\n");
    write(library, "presets/bad.properties", "\u0001garbage\ntemperature = hot\n");
    write(library, "templates/large.md", "x".repeat(300 * 1024));
    write(library, "prompts.jsonl", "\n{\"crc\":\"0\"}\nno record\n");
    List<String> found = look(library).findings().stream()
        .filter(finding -> finding.severity() == Severity.WARNING && !finding.what().contains("rights"))
        .map(finding -> finding.where() + ": " + finding.what()).toList();
    assertEquals(6, found.size(), found::toString);
    assertTrue(found.get(0).startsWith(".store/settings.properties: line 3, column 1: No setting is called nobody"));
    assertTrue(found.stream().anyMatch(each -> each.startsWith(".store/keys.properties: line 1, column ")), "keys");
    assertTrue(found.contains(".store/presets/bad.properties: line 1: this is no line of the form name = value"));
    assertTrue(found.stream().anyMatch(each -> each.contains("bad.properties: line 2: temperature is")), "preset");
    assertTrue(found.stream().anyMatch(each -> each.contains("templates/large.md: it has more than 256 KB")),
        "template");
    assertTrue(found.contains(".store/prompts.jsonl: 2 of its lines can't be read and are passed over"));
  }

  private static void write(TestLibrary library, String file, String text) throws Exception {
    Path path = library.path(".store/" + file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
