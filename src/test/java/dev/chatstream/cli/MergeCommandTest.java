package dev.chatstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `merge`: the preview, the writing, the taking back.
class MergeCommandTest extends CommandTest {

  private static final String OURS =
      "\uFEFFindex;id;content;status\r\n1;a;Pin the version;todo\r\n2;b;\"Buy; milk\";done";
  private static final String THEIRS = """
      index,id,content,status,due
      1,a,Pin the version,doing,2026-12-01
      2,c,Write the notes,todo,
      """;

  @BeforeEach
  void begin() throws IOException {
    run("append", "warm", "up");
    Files.writeString(list("plan"), OURS);
    Files.writeString(home.resolve("theirs.csv"), THEIRS);
  }

  @Test
  void thePreviewChangesNothing() throws IOException {
    assertEquals(ExitCode.DONE, run("merge", "plan", theirs()));
    assertEquals("""
        changed\t1\tdue\tPin the version
        kept_beside\t3\t\tPin the version
        added\t2\t\tWrite the notes
        conflict\t1\tstatus\tPin the version\ttodo\tdoing
        """, out());
    assertTrue(err().startsWith("Nothing was changed. With --apply: 1 added, 1 changed, 0 gone, 1 in conflict"), err());
    assertTrue(err().contains("Two rows have the index 2; --renumber"), err());
    assertEquals(OURS, Files.readString(list("plan")));
  }

  @Test
  void appliedItKeepsTheDialectAndTakenBackEachByte() throws IOException {
    assertEquals(ExitCode.DONE, run("merge", "plan", theirs(), "--apply", "--renumber"));
    String merged = Files.readString(list("plan"));
    assertTrue(merged.startsWith("\uFEFFindex;id;content;status;due\r\n1;a;\"Pin the version\";todo;2026-12-01\r\n"),
        merged);
    assertTrue(merged.contains(";\"Buy; milk\";done;\r\n"), merged);
    assertEquals(5, merged.lines().count());
    assertEquals(ExitCode.DONE, run("merge", "plan", theirs(), "--renumber"));
    assertEquals("There is nothing to merge: plan has it all.\n", err());
    assertEquals(ExitCode.DONE, run("merge", "plan", "--undo"));
    assertEquals(OURS, Files.readString(list("plan")));
    assertEquals(ExitCode.FAILED, run("merge", "plan", "--undo"));
    assertTrue(err().contains("nothing was merged into it"), err());
  }

  @Test
  void aListThatWasChangedSinceIsNotTakenBack() throws IOException {
    run("merge", "plan", theirs(), "--apply");
    String changed = Files.readString(list("plan")) + "9;z;later;todo;\r\n";
    Files.writeString(list("plan"), changed);
    assertEquals(ExitCode.FAILED, run("merge", "plan", "--undo"));
    assertTrue(err().contains("changed since"), err());
    assertEquals(changed, Files.readString(list("plan")));
  }

  @Test
  void withTheBaseOneSidesChangeIsNoConflict() throws IOException {
    Files.writeString(home.resolve("base.csv"),
        "index,id,content,status\n1,a,Pin the version,todo\n2,b,Buy; milk,done\n");
    assertEquals(ExitCode.DONE, run("merge", "plan", theirs(), "--base", home.resolve("base.csv").toString()));
    assertEquals("""
        changed\t1\tstatus due\tPin the version
        added\t2\t\tWrite the notes
        gone\t2\t\tBuy; milk
        """, out());
  }

  @Test
  void theNewestSoundCopyIsMergedWhereNoOtherIsNamed() throws IOException {
    assertEquals(ExitCode.FAILED, run("merge", "warm"));
    run("backup");
    String before = Files.readString(list("warm"));
    Files.writeString(list("warm"), before.lines().findFirst().orElseThrow() + "\n");
    assertEquals(ExitCode.DONE, run("merge", "warm", "--apply"));
    assertEquals(before, Files.readString(list("warm")));
  }

  @Test
  void badInputIsRefusedInWords() throws IOException {
    Files.writeString(home.resolve("torn.csv"), "index,content\n1,\"never closed\n");
    assertEquals(ExitCode.DAMAGE, run("merge", "plan", home.resolve("torn.csv").toString(), "--apply"));
    assertTrue(err().contains("never closed"), err());
    Files.write(home.resolve("zero.csv"), new byte[] {0, 1, 2});
    assertEquals(ExitCode.DAMAGE, run("merge", "plan", home.resolve("zero.csv").toString(), "--apply"));
    assertEquals(ExitCode.FAILED, run("merge", "plan", "nowhere"));
    Files.writeString(list("twins"), "index,content,x,x\n1,a,b,c\n");
    assertEquals(ExitCode.DAMAGE, run("merge", "twins", theirs(), "--apply"));
    assertTrue(err().contains("two columns of one name"), err());
    assertEquals(OURS, Files.readString(list("plan")));
  }

  private String theirs() {
    return home.resolve("theirs.csv").toString();
  }

  private Path list(String name) {
    return home.resolve("task_lists/" + name + ".csv");
  }
}
