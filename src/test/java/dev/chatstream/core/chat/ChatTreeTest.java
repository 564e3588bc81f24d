package dev.chatstream.core.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of a chat: whole ones by hand, and hostile ones made at random.
class ChatTreeTest {

  private static final Instant START = Instant.parse("2026-11-23T14:00:00Z");

  private static UUID id(long number) {
    return new UUID(0, number);
  }

  /// A message of this number, which is also its time, after that one (0 for none).
  private static Message message(long number, long parent) {
    Optional<UUID> before = parent == 0 ? Optional.empty() : Optional.of(id(parent));
    return Message.fromUser(id(number), before, "m" + number, START.plusSeconds(number));
  }

  private static Chat chat(List<Message> path, List<Message> branches) {
    return new Chat(id(999), "", START, path, branches, List.of(), Map.of(), Map.of());
  }

  /// 1 - 2 - 3 - 4 is the path; 5 - 6 is another way from 2, 7 a third one, 8 - 9 another first question.
  private static Chat forked() {
    return chat(
        List.of(message(1, 0), message(2, 1), message(3, 2), message(4, 3)),
        List.of(message(5, 2), message(6, 5), message(7, 2), message(8, 0), message(9, 8)));
  }

  private static List<String> said(List<Message> messages) {
    return messages.stream().map(Message::content).toList();
  }

  @Test
  void siblingsStandByTheirAge() {
    ChatTree tree = ChatTree.of(forked());
    assertEquals(List.of("m3", "m5", "m7"), said(tree.siblings(tree.message(id(5)).orElseThrow())));
    assertEquals(new ChatTree.Fork(2, 3), tree.fork(tree.message(id(5)).orElseThrow()));
    assertEquals(
        List.of(new ChatTree.Fork(1, 2), ChatTree.Fork.NONE, new ChatTree.Fork(1, 3), ChatTree.Fork.NONE),
        tree.forks());
  }

  @Test
  void aTalkThatNeverPartedHasNoForks() {
    assertEquals(List.of(), ChatTree.of(chat(List.of(message(1, 0), message(2, 1)), List.of())).forks());
  }

  @Test
  void thePathFollowsToTheNewestEnd() {
    Chat chat = chat(
        List.of(message(1, 0), message(2, 1)),
        List.of(message(3, 1), message(4, 3), message(7, 4), message(5, 3), message(6, 5)));
    ChatTree tree = ChatTree.of(chat);
    Chat there = tree.through(tree.message(id(3)).orElseThrow());
    assertEquals(List.of("m1", "m3", "m4", "m7"), said(there.conversation()));
    assertEquals(List.of("m5", "m6", "m2"), said(there.branches()));
  }

  @Test
  void goingThereAndBackGivesTheSameTree() {
    Chat chat = forked();
    ChatTree tree = ChatTree.of(chat);
    Chat there = tree.through(tree.message(id(8)).orElseThrow());
    assertEquals(List.of("m8", "m9"), said(there.conversation()));
    ChatTree after = ChatTree.of(there);
    Chat back = after.through(after.message(id(4)).orElseThrow());
    assertEquals(chat.conversation(), back.conversation());
    assertEquals(new HashSet<>(chat.branches()), new HashSet<>(back.branches()));
  }

  @Test
  void aPathThatGoesThroughAMessageStays() {
    Chat chat = forked();
    assertEquals(chat, ChatTree.of(chat).through(chat.conversation().get(1)));
  }

  @Test
  void aForkLeavesWhatFollowedOnABranch() {
    Chat chat = forked();
    ChatTree tree = ChatTree.of(chat);
    assertEquals(List.of("m1", "m2"), said(tree.endingAt(chat.conversation().get(1)).conversation()));
    Chat before = tree.before(chat.conversation().get(2));
    assertEquals(List.of("m1", "m2"), said(before.conversation()));
    assertEquals(List.of(), ChatTree.of(chat).before(chat.conversation().getFirst()).conversation());
    assertEquals(9, before.conversation().size() + before.branches().size());
  }

  @Test
  void theRowsShowWhereItParts() {
    List<String> rows = ChatTree.of(forked()).rows().stream()
        .map(row -> row.lines() + row.number() + " " + row.message().content() + (row.here() ? " here" : "")
            + (row.onPath() ? "*" : ""))
        .toList();
    assertEquals(
        List.of(
            "|- 1 m1*", "|  2 m2*", "|  |- 3 m3*", "|  |  4 m4 here*", "|  |- 3 m5", "|  |  4 m6", "|  `- 3 m7",
            "`- 1 m8", "   2 m9"),
        rows);
  }

  @Test
  void orphansRoundsAndDoubledIdsStayReachable() {
    Chat hostile = chat(
        List.of(message(1, 77), message(2, 9)),
        List.of(message(3, 44), message(4, 5), message(5, 4), message(6, 6), message(1, 2), message(8, 4)));
    ChatTree tree = ChatTree.of(hostile);
    assertEquals(8, tree.rows().size());
    Message round = tree.message(id(8)).orElseThrow();
    assertTrue(said(tree.through(round).conversation()).contains("m8"));
  }

  @Test
  void whatLeavesThePathNamesWhatItFollowed() {
    Chat unlinked = chat(List.of(message(1, 0), message(2, 0), message(3, 0)), List.of());
    Chat shorter = ChatTree.of(unlinked).endingAt(unlinked.conversation().getFirst());
    assertEquals(List.of(id(1), id(2)), shorter.branches().stream().map(m -> m.parent().orElseThrow()).toList());
  }

  @Test
  void aVeryLongTalkIsNoReasonToRunOutOfStack() {
    List<Message> path = LongStream.rangeClosed(1, 50_000).mapToObj(n -> message(n, n - 1)).toList();
    List<Message> other = LongStream.rangeClosed(60_001, 110_000).mapToObj(n -> message(n, n == 60_001 ? 1 : n - 1))
        .toList();
    ChatTree tree = ChatTree.of(chat(path, other));
    assertEquals(50_001, tree.through(other.getFirst()).conversation().size());
    assertEquals(100_000, tree.rows().size());
  }

  static Stream<Long> seeds() {
    return LongStream.range(0, 300).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whereverOneGoesNothingIsDropped(long seed) {
    Random random = new Random(seed);
    Chat chat = hostile(random);
    for (int step = 0; step < 12; step++) {
      ChatTree tree = ChatTree.of(chat);
      List<Message> all = all(chat);
      assertEquals(count(all), count(tree.rows().stream().map(TreeRow::message).toList()));
      Message to = all.get(random.nextInt(all.size()));
      assertTrue(identical(tree.siblings(to), to));
      Chat next = switch (random.nextInt(3)) {
        case 0 -> tree.through(to);
        case 1 -> tree.endingAt(to);
        default -> tree.before(to);
      };
      assertEquals(count(all), count(all(next)));
      boolean there = said(tree.through(to).conversation()).contains(to.content());
      assertTrue(there, "the path goes through it");
      chat = next;
    }
  }

  private static boolean identical(List<Message> messages, Message wanted) {
    return messages.stream().anyMatch(message -> message == wanted);
  }

  private static List<Message> all(Chat chat) {
    return Stream.concat(chat.conversation().stream(), chat.branches().stream()).toList();
  }

  /// Contents are what never changes, and tell even messages with one id apart.
  private static List<String> count(List<Message> messages) {
    Set<Message> different = Collections.newSetFromMap(new IdentityHashMap<>());
    different.addAll(messages);
    assertEquals(messages.size(), different.size());
    return messages.stream().map(Message::content).sorted().toList();
  }

  /// Parents that are missing, that come later, that go round; ids that are there twice; times that lie.
  private static Chat hostile(Random random) {
    int size = 1 + random.nextInt(25);
    List<List<Message>> both = Arrays.asList(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < size; i++) {
      long number = random.nextInt(5) == 0 ? 1 + random.nextInt(size) : i + 1;
      Optional<UUID> parent = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(id(1 + random.nextInt(size + 3)));
      Instant at = START.plusSeconds(random.nextInt(size));
      both.get(random.nextInt(2)).add(Message.fromUser(id(number), parent, "text " + i, at));
    }
    Collection<Message> branches = both.get(1);
    return chat(both.get(0), List.copyOf(branches));
  }
}
