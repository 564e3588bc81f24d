package dev.chatstream.core.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatJoinTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Chat BASE = chat("a", "b");

  private static UUID id(String text) {
    return new UUID(7, text.charAt(0));
  }

  private static Message message(String text) {
    return Message.fromUser(id(text), Optional.empty(), text, NOW);
  }

  private static Chat chat(String... texts) {
    Chat chat = Chat.empty(new UUID(1, 1), NOW);
    for (String text : texts) {
      chat = chat.plus(message(text).withParent(chat.head()));
    }
    return chat;
  }

  private static Joined join(Chat base, Chat ours, Chat theirs) {
    return ChatJoin.join(base, ours, theirs, Map.of(), true).orElseThrow();
  }

  private static List<String> path(Joined joined) {
    return joined.chat().conversation().stream().map(Message::content).toList();
  }

  private static List<String> branches(Joined joined) {
    return joined.chat().branches().stream().map(Message::content).toList();
  }

  @Test
  void whatOnlyTheyAddedIsFollowed() {
    Joined joined = join(BASE, BASE, chat("a", "b", "c", "d"));
    assertEquals(chat("a", "b", "c", "d"), joined.chat());
    assertEquals(2, joined.added());
    assertTrue(joined.clashes().isEmpty());
  }

  @Test
  void whatOnlyWeAddedStays() {
    Joined joined = join(BASE, chat("a", "b", "c"), BASE);
    assertEquals(chat("a", "b", "c"), joined.chat());
    assertEquals(0, joined.added() + joined.changed() + joined.removed());
  }

  @Test
  void aForkBecomesABranch() {
    Joined joined = join(BASE, chat("a", "b", "c"), chat("a", "b", "x", "y"));
    assertEquals(List.of("a", "b", "c"), path(joined));
    assertEquals(List.of("x", "y"), branches(joined));
    assertEquals(Optional.of(id("b")), joined.chat().branches().getFirst().parent());
    // Once more, now that the file holds the joined one: nothing is new.
    assertEquals(joined.chat(), join(chat("a", "b", "c"), joined.chat(), joined.chat()).chat());
  }

  @Test
  void whileAReplyComesOurPathStaysAsItIs() {
    Joined joined = ChatJoin.join(BASE, BASE, chat("a", "b", "c"), Map.of(), false).orElseThrow();
    assertEquals(List.of("a", "b"), path(joined));
    assertEquals(List.of("c"), branches(joined));
  }

  @Test
  void whatWasPutBetweenOrTakenAwayElsewhereIsTakenOver() {
    assertEquals(List.of("a", "x", "b"), path(join(BASE, BASE, chat("a", "x", "b"))));
    Joined shorter = join(chat("a", "b", "c"), chat("a", "b", "c", "d"), chat("a", "c"));
    assertEquals(List.of("a", "c", "d"), path(shorter));
    assertEquals(1, shorter.removed());
    assertEquals(Optional.of(id("a")), shorter.chat().conversation().get(1).parent());
  }

  @Test
  void whatWeTookAwayStaysAwayUnlessTheyChangedIt() {
    assertEquals(List.of("a"), path(join(BASE, chat("a"), BASE)));
    Joined changed = join(BASE, chat("a"), edited("b", "b elsewhere"));
    assertEquals(List.of("a", "b elsewhere"), path(changed));
  }

  private static Chat edited(String which, String text) {
    List<Message> path = new ArrayList<>();
    for (Message message : BASE.conversation()) {
      boolean it = message.content().equals(which);
      path.add(it ? Message.fromUser(message.id(), message.parent(), text, NOW) : message);
    }
    return BASE.withConversation(path);
  }

  @Test
  void oneSideChangedIsNoClash() {
    assertEquals(List.of("a", "b there"), path(join(BASE, BASE, edited("b", "b there"))));
    assertEquals(1, join(BASE, BASE, edited("b", "b there")).changed());
    assertEquals(List.of("a", "b here"), path(join(BASE, edited("b", "b here"), BASE)));
    Joined same = join(BASE, edited("b", "b both"), edited("b", "b both"));
    assertTrue(same.clashes().isEmpty());
  }

  @Test
  void bothChangedAsksAndBothSurviveWhateverIsChosen() {
    Chat ours = edited("b", "b here");
    Chat theirs = edited("b", "b there");
    Joined asked = join(BASE, ours, theirs);
    assertEquals("b here", asked.clashes().getFirst().ours().content());
    assertEquals("b there", asked.clashes().getFirst().theirs().content());
    assertEquals(ours, asked.chat());
    assertEquals(List.of("a", "b here"), path(picked(ours, theirs, Clash.Pick.OURS)));
    assertEquals(List.of("a", "b there"), path(picked(ours, theirs, Clash.Pick.THEIRS)));
    Joined both = picked(ours, theirs, Clash.Pick.BOTH);
    assertEquals(List.of("a", "b here"), path(both));
    assertEquals(List.of("b there"), branches(both));
    assertEquals(both.chat(), picked(ours, theirs, Clash.Pick.BOTH).chat());
  }

  private static Joined picked(Chat ours, Chat theirs, Clash.Pick pick) {
    return ChatJoin.join(BASE, ours, theirs, Map.of(id("b"), pick), true).orElseThrow();
  }

  @Test
  void titleSavePointsAndUnknownKeysAreJoinedOneByOne() {
    SavePoint ours = new SavePoint("ours", NOW, id("a"));
    SavePoint theirs = new SavePoint("theirs", NOW, id("b"));
    Chat here = new Chat(BASE.id(), "", NOW, BASE.conversation(), List.of(), List.of(ours), Map.of(), Map.of("x", 1));
    Chat there = new Chat(
        BASE.id(), "Title", NOW, BASE.conversation(), List.of(), List.of(theirs), Map.of("m", 2),
        Map.of("x", 3, "y", 4));
    Chat joined = join(BASE, here, there).chat();
    assertEquals("Title", joined.title());
    assertEquals(List.of(ours, theirs), joined.savePoints());
    assertEquals(Map.of("x", 1, "y", 4), joined.extra());
    assertEquals(Map.of("m", 2), joined.metadata());
  }

  @Test
  void anIdTwiceInOneOfThemIsNotGuessedAt() {
    assertTrue(ChatJoin.join(BASE, BASE, chat("a", "a"), Map.of(), true).isEmpty());
  }

  /// Whatever two people do to a chat, no message that either of them wrote is lost.
  @Test
  void nothingAddedIsEverLost() {
    Random random = new Random(4);
    for (int round = 0; round < 2_000; round++) {
      Chat ours = grown(random, 'A');
      Chat theirs = grown(random, 'a');
      Joined joined = join(BASE, ours, theirs);
      Set<String> all = new HashSet<>();
      Stream.concat(joined.chat().conversation().stream(), joined.chat().branches().stream())
          .forEach(message -> assertTrue(all.add(message.content()), "twice: " + message.content()));
      for (Chat side : List.of(ours, theirs)) {
        Stream.concat(side.conversation().stream(), side.branches().stream())
            .filter(message -> message.content().length() > 1)
            .forEach(message -> assertTrue(all.contains(message.content()), message.content()));
      }
    }
  }

  private static Chat grown(Random random, char first) {
    List<Message> path = new ArrayList<>(BASE.conversation());
    List<Message> branches = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Message added = Message.fromUser(new UUID(first, i), Optional.empty(), first + "" + i, NOW);
      switch (random.nextInt(3)) {
        case 0 -> path.add(random.nextInt(path.size() + 1), added);
        case 1 -> branches.add(added);
        default -> path.add(added);
      }
    }
    if (random.nextBoolean() && !path.isEmpty()) {
      Message gone = path.get(random.nextInt(path.size()));
      if (gone.content().length() == 1) {
        path.remove(gone);
      }
    }
    return new Chat(BASE.id(), "", NOW, path, branches, List.of(), Map.of(), Map.of());
  }
}
