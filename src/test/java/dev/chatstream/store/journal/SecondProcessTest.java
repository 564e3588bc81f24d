package dev.chatstream.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second window starts while a reply streams in the first one.
class SecondProcessTest {

  @TempDir
  Path folder;

  @Test
  void aJournalIsLeftAloneUntilItsProcessIsGone() throws Exception {
    DataRoot root = DataRoot.open(folder);
    Recovery recovery = new Recovery(root, new ChatStore(root, InstantSource.system()), FileOps.DISK);
    UnsentText window = new UnsentText(root, FileOps.DISK, InstantSource.system());
    Process first = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        FirstWindow.class.getName(),
        folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("ready", out.readLine());
      assertEquals(0, recovery.run().replies().size());
      assertEquals("", window.take());
      assertEquals(2, JournalSamples.names(root.journal()).size());
    } finally {
      first.toHandle().destroyForcibly();
      first.waitFor();
    }
    assertEquals(1, recovery.run().replies().getFirst().tokens());
    assertEquals("half a", window.take());
  }

  /// Streams a reply, and waits for ever.
  static final class FirstWindow {

    public static void main(String[] args) throws Exception {
      DataRoot root = DataRoot.open(Path.of(args[0]));
      TurnJournal journal = TurnJournal.begin(
          root, FileOps.DISK, InstantSource.system(), JournalSamples.asked(JournalSamples.newChat(), "why?"));
      journal.came(JournalSamples.text("beca"));
      new UnsentText(root, FileOps.DISK, InstantSource.system()).keep("half a");
      System.out.println("ready");
      System.in.read();
    }
  }
}
