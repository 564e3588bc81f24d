package dev.chatstream.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 2: a process that journals is killed (SIGKILL) after some acknowledged batch, wherever it is by then. All
/// that was acknowledged is found again: in order, once. `-Dkills=1000` for a longer run.
class KillTest {

  private static final int KILLS = Integer.getInteger("kills", 30);
  private static final int MOST_BATCHES = 120;

  @TempDir
  Path folder;

  @Test
  void allThatWasAcknowledgedIsFoundAgainInOrderOnce() throws Exception {
    DataRoot root = DataRoot.open(folder);
    Random random = new Random(4);
    for (int kill = 0; kill < KILLS; kill++) {
      Killed killed = killAfter(random.nextInt(MOST_BATCHES), random.nextInt(200_000));
      ChatStore chats = new ChatStore(root, InstantSource.system());
      Recovery.Result result = new Recovery(root, chats, FileOps.DISK).run();
      assertEquals(List.of(), result.failures());
      assertEquals(1, result.replies().size());
      check(chats.openDraft(killed.chat).chat(), killed.acknowledged, kill);
      assertEquals(List.of(), new Recovery(root, chats, FileOps.DISK).run().replies());
    }
  }

  private static void check(Chat chat, int acknowledged, int kill) {
    List<Message> path = chat.conversation();
    assertEquals("why?", path.getFirst().content());
    String text = path.size() == 1 ? "" : path.getLast().content();
    int found = text.isEmpty() ? 0 : text.split(" ").length;
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < found; i++) {
      expected.append(Writer.word(i));
    }
    assertEquals(expected.toString(), text, "kill " + kill);
    assertTrue(found >= acknowledged, "kill " + kill + ": " + found + " of " + acknowledged);
  }

  private record Killed(UUID chat, int acknowledged) {}

  private Killed killAfter(int batches, int spins) throws Exception {
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Writer.class.getName(),
        folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      UUID chat = UUID.fromString(out.readLine());
      int acknowledged = 0;
      while (acknowledged < batches && out.readLine() != null) {
        acknowledged++;
      }
      for (int i = 0; i < spins; i++) {
        Thread.onSpinWait();
      }
      process.toHandle().destroyForcibly(); // Unlike that of Process, it leaves the pipe open.
      process.waitFor();
      while (out.readLine() != null) {
        acknowledged++;
      }
      return new Killed(chat, acknowledged);
    }
  }

  /// Journals for ever, and says so after each batch.
  static final class Writer {

    public static void main(String[] args) throws Exception {
      Asked asked = JournalSamples.asked(JournalSamples.newChat(), "why?");
      DataRoot root = DataRoot.open(Path.of(args[0]));
      TurnJournal journal = TurnJournal.begin(root, FileOps.DISK, InstantSource.system(), asked);
      System.out.println(asked.chat());
      for (int i = 0; true; i++) {
        journal.came(List.of(new Piece(word(i), false, 1)));
        System.out.println(i);
      }
    }

    static String word(int number) {
      return "w" + number + "x".repeat(number % 300) + " ";
    }
  }
}
