package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.find.Folding;
import dev.chatstream.core.find.Found;
import dev.chatstream.core.find.Hit;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search finds each chat that holds the words, and no other, within its bounds.
class ChatScanTest {

  private static final List<String> VOCABULARY = List.of(
      "Plan", "release", "café", "naïve", "Straße", "検索", "START-UP", "cache", "\u202Ebidi", "nul\0l", "a\u200Bb");

  @TempDir
  private Path folder;
  private DataRoot root;
  private ChatStore store;

  /// Counts the chats that are searched, and ends the search after so many.
  private static final class Counting implements ChatSearch.Listener {
    private final int most;
    private final List<Found> told = new ArrayList<>();

    Counting(int most) {
      this.most = most;
    }

    @Override
    public boolean wanted() {
      return told.size() < most;
    }

    @Override
    public void searched(ChatSearch.Snapshot so, boolean hit) {
      told.add(so.take());
    }
  }

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    store = new ChatStore(root, InstantSource.system());
  }

  private Found search(String typed) throws Exception {
    return search(typed, ChatScan.Limits.USUAL);
  }

  private Found search(String typed, ChatScan.Limits limits) throws Exception {
    return new ChatScan(root, limits, () -> 0).search(typed, new Counting(Integer.MAX_VALUE));
  }

  private void writtenSecondsAgo(String file, int seconds) throws Exception {
    Files.setLastModifiedTime(root.chats().resolve(file), FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  @Test
  void eachChatThatHoldsTheWordsIsFoundAndNoOther() throws Exception {
    Random random = new Random(17);
    List<Chat> chats = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Chat chat = random(random);
      chats.add(i % 4 == 0 ? chat : store.saveNew(chat.withTitle(words(random, 2)), "chat", Optional.empty()).chat());
      if (i % 4 == 0) {
        store.keepDraft(chat);
      }
    }
    for (int round = 0; round < 200; round++) {
      String typed = words(random, 3);
      Set<UUID> found = new HashSet<>();
      search(typed).hits().forEach(hit -> found.add(hit.chat()));
      Set<UUID> plain = new HashSet<>();
      chats.stream().filter(chat -> holds(chat, typed)).forEach(chat -> plain.add(chat.id()));
      assertEquals(plain, found, "looking for " + typed);
    }
  }

  /// All words in the title or the texts, at least one of them in a text.
  private static boolean holds(Chat chat, String typed) {
    List<Message> messages = new ArrayList<>(chat.conversation());
    messages.addAll(chat.branches());
    StringBuilder texts = new StringBuilder();
    messages.forEach(message -> texts.append(Folding.fold(message.content())).append('\n'));
    boolean any = false;
    for (String word : typed.strip().split(" ")) {
      String folded = Folding.fold(word);
      boolean inText = texts.indexOf(folded) >= 0;
      any |= inText;
      if (!inText && !Folding.fold(chat.title()).contains(folded)) {
        return false;
      }
    }
    return any;
  }

  private static Chat random(Random random) {
    Chat chat = ChatSamples.answered(words(random, 4), words(random, 6));
    Chat other = ChatSamples.answered(words(random, 2), words(random, 2));
    return random.nextBoolean() ? chat : chat.withBranches(other.conversation());
  }

  private static String words(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(VOCABULARY.get(random.nextInt(VOCABULARY.size()))).append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void aHitSaysWhereItIsAndWhatStandsThere() throws Exception {
    Chat chat = store.saveNew(
        ChatSamples.answered("How?", "Cut the start-up time\nof a Java program."), "plan", Optional.empty()).chat();
    Hit hit = search("java UP").hits().getFirst();
    assertEquals(Optional.of(chat.conversation().getLast().id()), hit.message());
    assertEquals(1, hit.index());
    assertEquals("Cut the start-up time of a Java program.", hit.quote());
  }

  @Test
  void theNewestIsSearchedFirstAndTheEndOfAWishEndsIt() throws Exception {
    for (int i = 0; i < 20; i++) {
      store.saveNew(ChatSamples.answered("word", "a"), "chat " + i, Optional.empty());
      writtenSecondsAgo("chat-" + i + ".json", 100 - i);
    }
    Counting three = new Counting(3);
    Found found = new ChatScan(root, ChatScan.Limits.USUAL, () -> 0).search("word", three);
    assertEquals(List.of("chat-19.json", "chat-18.json", "chat-17.json"),
        found.hits().stream().map(Hit::file).toList());
    assertEquals(3, three.told.size(), "chats are searched that nobody waits for");
    assertEquals(1, three.told.getFirst().hits().size(), "the first hit is told only later");
  }

  @Test
  void whatIsDamagedOrTooLargeIsLeftOutAndTold() throws Exception {
    store.saveNew(ChatSamples.asked("word"), "good", Optional.empty());
    store.saveNew(ChatSamples.asked("word " + "x".repeat(5_000_000)), "large", Optional.empty());
    Files.writeString(root.chats().resolve("broken.json"), "{\"conversation\":[{\"content\":\"word");
    Found all = search("word");
    assertEquals(2, all.hits().size());
    assertEquals(1, all.skipped());
    Found small = search("word", new ChatScan.Limits(1L << 30, 1_000_000, 10, 1));
    assertEquals(1, small.hits().size());
    assertEquals(2, small.skipped());
    assertEquals(3, small.seen());
  }

  @Test
  void aQuoteOfALineWithoutEndIsShort() throws Exception {
    store.saveNew(ChatSamples.asked("x".repeat(5_000_000) + "needle" + "y".repeat(1_000)), "line", Optional.empty());
    String quote = search("NEEDLE").hits().getFirst().quote();
    assertTrue(quote.length() < 200 && quote.contains("needle"), quote);
  }

  @Test
  void eachBoundStopsItAndSaysSo() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.saveNew(ChatSamples.asked("word"), "chat " + i, Optional.empty());
    }
    long[] now = {0};
    long second = Duration.ofSeconds(1).toNanos();
    ChatScan.Limits seconds = new ChatScan.Limits(1L << 30, 1L << 30, 10, 2 * second);
    Found timed = new ChatScan(root, seconds, () -> now[0] += second)
        .search("word", new Counting(9));
    assertEquals(Found.State.STOPPED, timed.state());
    assertEquals(1, timed.seen());
    assertEquals(1, search("word", new ChatScan.Limits(1, 1L << 30, 10, 1)).seen());
    assertEquals(2, search("word", new ChatScan.Limits(1L << 30, 1L << 30, 2, 1)).seen());
    assertEquals(Found.State.DONE, search("word").state());
  }
}
