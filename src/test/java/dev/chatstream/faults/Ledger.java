package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the writers of one data root were told is on the disk, and the check that it is: in order, once, with no gap, no
/// double and no glued row. What was being done when a writer was killed may be there whole, or not at all.
final class Ledger {

  private final Path folder;
  private final Map<String, List<String>> acknowledged = new HashMap<>();
  private long total;

  Ledger(Path folder) {
    this.folder = folder;
  }

  static Ledger open(Path folder) throws Exception {
    DataRoot root = DataRoot.open(folder);
    new TaskListStore(root, InstantSource.system()).create(Writer.LIST, List.of());
    new TaskListStore(root, InstantSource.system())
        .create(Writer.TABLE, List.of(new NewTask(Role.USER, "begin", "", "")));
    Day day = new Day(folder);
    day.chats.saveNew(day.chat("begin"), Writer.CHAT, Optional.empty());
    return new Ledger(folder);
  }

  /// @param lines what a writer said, from its first acknowledgement on
  void wrote(String writer, List<String> lines) {
    acknowledged.put(writer, List.copyOf(lines));
    total += lines.size();
  }

  long total() {
    return total;
  }

  void check(String where) throws Exception {
    DataRoot root = DataRoot.open(folder);
    ChatStore chats = new ChatStore(root, InstantSource.system());
    assertEquals(List.of(), new Recovery(root, chats, FileOps.DISK).run().failures(), where);
    assertEquals(List.of(), new Recovery(root, chats, FileOps.DISK).run().replies(), where);
    Map<String, List<Integer>> rows = rows(root, where);
    Map<String, List<Integer>> edits = edits(root, where);
    Map<String, List<Integer>> answers = answers(root);
    Map<String, List<Integer>> common = numbers(chats.open(Writer.CHAT).chat());
    Map<String, List<Integer>> drafts = new HashMap<>();
    Map<String, List<Integer>> replies = new HashMap<>();
    for (ChatSummary draft : chats.drafts()) {
      Chat chat = chats.openDraft(draft.id()).chat();
      boolean reply = chat.conversation().getFirst().content().endsWith(" reply");
      (reply ? replies : drafts).putAll(reply ? words(chat) : numbers(chat));
    }
    for (Map.Entry<String, List<String>> writer : acknowledged.entrySet()) {
      String name = writer.getKey();
      List<String> said = writer.getValue();
      String who = where + ", writer " + name;
      int inFlight = said.size() + 1;
      require(said, "RM", rows.get(name), inFlight, who + ", rows");
      require(said, "S", common.get(name), inFlight, who + ", common chat");
      require(said, "C", numbers(chats.open("own " + name).chat()).get(name), inFlight, who + ", own chat");
      require(said, "D", drafts.get(name), inFlight, who + ", draft");
      require(said, "J", replies.get(name), inFlight, who + ", reply");
      require(said, "E", edits.get(name), inFlight, who + ", table");
      require(said, "A", answers.get(name), inFlight, who + ", run");
    }
  }

  /// What was found is what was acknowledged, in its order, and at most what came next after it.
  private static void require(List<String> said, String kinds, List<Integer> found, int inFlight, String where) {
    List<Integer> expected = new ArrayList<>();
    for (String line : said) {
      if (kinds.indexOf(line.charAt(0)) >= 0) {
        expected.add(Integer.valueOf(line.substring(1)));
      }
    }
    List<Integer> there = found == null ? List.of() : found;
    List<Integer> withNext = new ArrayList<>(expected);
    withNext.add(inFlight);
    assertTrue(there.equals(expected) || there.equals(withNext), () -> where + ": " + there + ", not " + expected);
  }

  /// The numbers of each writer's appends, once for all rows of one. Reading comes first, so that an append that was cut
  /// off is seen as it is; then a row is added, which puts a torn end aside, and the index file is compared.
  private static Map<String, List<Integer>> rows(DataRoot root, String where) throws Exception {
    TaskListStore lists = new TaskListStore(root, InstantSource.system());
    Map<String, List<Integer>> before = readRows(lists, where);
    try {
      lists.append(Writer.LIST, List.of(new NewTask(Role.USER, "check", "", "")));
    } catch (StoreException e) {
      throw new AssertionError(where, e);
    }
    Map<String, List<Integer>> after = readRows(lists, where);
    after.remove("check");
    before.remove("check");
    assertEquals(before, after, where);
    return after;
  }

  private static Map<String, List<Integer>> readRows(TaskListStore lists, String where) throws Exception {
    Map<String, List<Integer>> found = new HashMap<>();
    Set<String> sources = new HashSet<>();
    long index = 0;
    int next = 0;
    try (TaskRows rows = lists.read(Writer.LIST)) {
      while (rows.hasNext()) {
        TaskRow row = rows.next();
        assertEquals(++index, row.index(), where);
        String[] parts = row.cell("content").split("\n")[0].split(":");
        if (parts.length == 4) {
          assertTrue(sources.add(row.cell("source")), where + ": twice " + row.cell("source"));
          assertEquals(next, Integer.parseInt(parts[2]), where + ": " + row.cell("content"));
          next = (next + 1) % Integer.parseInt(parts[3]);
          if (parts[2].equals("0")) {
            found.computeIfAbsent(parts[0], unused -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
          }
        }
      }
      assertEquals(0, next, where + ": an append is there in part");
    }
    long last = lists.list().stream()
        .filter(list -> list.file().equals(Writer.LIST + ".csv")).findFirst().orElseThrow().lastIndex();
    assertEquals(index, last, where + ": what the index file says");
    return found;
  }

  /// The rows that were added in the table: reading the list brings what waits in the edit journal into it.
  private static Map<String, List<Integer>> edits(DataRoot root, String where) throws Exception {
    TaskListStore lists = new TaskListStore(root, InstantSource.system());
    Map<String, List<Integer>> found = new HashMap<>();
    Set<Long> indices = new HashSet<>();
    try (TaskRows rows = lists.read(Writer.TABLE)) {
      while (rows.hasNext()) {
        TaskRow row = rows.next();
        assertTrue(indices.add(row.index()), where + ": twice index " + row.index());
        take(row.cell("content"), found);
      }
      assertEquals("", rows.problem(), where);
    }
    found.values().forEach(numbers -> numbers.sort(null)); // Two who change one list add behind different rows.
    return found;
  }

  /// The rows of each run that were answered.
  private static Map<String, List<Integer>> answers(DataRoot root) throws StoreException {
    Map<String, List<Integer>> found = new HashMap<>();
    for (RunFolder run : new RunStore(root).all()) {
      Set<Integer> jobs = new HashSet<>();
      run.journal().read((record, place) -> {
        if (record instanceof RunRecord.Done done) {
          assertEquals(jobs.size(), done.job());
          assertTrue(jobs.add(done.job()));
          take(done.answer(), found);
        }
      });
    }
    return found;
  }

  private static Map<String, List<Integer>> numbers(Chat chat) {
    Map<String, List<Integer>> found = new HashMap<>();
    for (Message message : chat.conversation()) {
      take(message.content(), found);
    }
    return found;
  }

  private static Map<String, List<Integer>> words(Chat chat) {
    Map<String, List<Integer>> found = new HashMap<>();
    for (String word : chat.conversation().getLast().content().split(" ")) {
      take(word, found);
    }
    return found;
  }

  private static void take(String text, Map<String, List<Integer>> found) {
    String[] parts = text.split(":");
    if (parts.length == 2) {
      found.computeIfAbsent(parts[0], unused -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
    }
  }
}
