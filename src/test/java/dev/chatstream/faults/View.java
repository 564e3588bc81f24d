package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.journal.UnsentText;
import dev.chatstream.store.list.ListSession;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.FrozenRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a person finds in a data root at the next start: contents only, no ids and no times, so that two runs of the same
/// day can be compared.
record View(Map<String, String> found) {

  /// The beginning of the text of a reply that streams: a part of what came last may be there.
  static final String REPLY = "reply ";

  /// What is said of the table of a list that can only be read: its history lies there and waits.
  private static final String CLOSED = "no table of it";

  /// A text that nobody acknowledged and that must be kept all the same, wherever it is.
  static final String TORN = "torn-end";

  /// Opens the root as a start does, with recovery. Changes it.
  static View of(Path folder) throws Exception {
    DataRoot root = DataRoot.open(folder);
    ChatStore chats = new ChatStore(root, InstantSource.system());
    Map<String, String> found = new TreeMap<>();
    Recovery.Result recovered = new Recovery(root, chats, FileOps.DISK).run();
    found.put("recovery", recovered.failures().toString());
    found.put("torn", Copies.holds(folder, TORN) ? "kept" : "");
    for (ChatSummary chat : chats.list()) {
      found.put("chat " + chat.file(),
          chat.problem().isEmpty() ? text(chats.open(chat.file()).chat()) : chat.problem());
    }
    for (ChatSummary draft : chats.drafts()) {
      String text = draft.problem().isEmpty() ? text(chats.openDraft(draft.id()).chat()) : draft.problem();
      found.put("draft " + text.split("\\|", 2)[0], text);
    }
    TaskListStore lists = new TaskListStore(root, InstantSource.system());
    for (TaskListSummary list : lists.list()) {
      found.put("list " + list.file(), rows(lists, list.file()));
      found.put("undo of " + list.file(), undo(root, list.file()));
    }
    int runs = 0;
    for (RunFolder run : new RunStore(root).all()) {
      answers(run, "run " + ++runs, found);
    }
    found.put("theme", new SettingsFile(root).read().text(dev.chatstream.core.preference.Preference.THEME));
    found.put("model", new StateFile(root).read().state().model());
    found.put("unsent", new UnsentText(root, FileOps.DISK, InstantSource.system()).take());
    found.values().removeIf(String::isEmpty);
    return new View(found);
  }

  /// The same of a copy, so that nothing in the root changes.
  static View ofCopy(Path folder, Path spare) throws Exception {
    Copies.copy(folder, spare);
    try {
      return of(spare);
    } finally {
      Copies.delete(spare);
    }
  }

  static String rows(TaskListStore lists, String file) throws Exception {
    StringBuilder text = new StringBuilder();
    try (TaskRows rows = lists.read(file)) {
      while (rows.hasNext()) {
        var row = rows.next();
        text.append(text.isEmpty() ? "" : "|").append(row.index()).append(' ').append(row.cell("content"));
      }
    }
    return text.toString();
  }

  /// What can be taken back in the table of a list, and what can be done again.
  private static String undo(DataRoot root, String file) throws StoreException {
    if (!Files.exists(root.edits().resolve("list-" + file + ".history"))) {
      return "";
    }
    try (ListSession table = ListSession.open(root, FileOps.DISK, InstantSource.system(), file)) {
      while (table.step()) {
        // Goes on to the end.
      }
      return table.facts().undo() + "/" + table.facts().redo();
    } catch (StoreException unreadable) {
      return CLOSED;
    }
  }

  /// The rows of a run with what became of each: every row once.
  private static void answers(RunFolder run, String name, Map<String, String> found) throws StoreException {
    Map<Integer, String> answers = new TreeMap<>();
    run.journal().read((record, place) -> {
      if (record instanceof RunRecord.Done done) {
        answers.put(done.job(), done.answer());
      } else if (record instanceof RunRecord.Began began) {
        answers.putIfAbsent(began.job(), "row " + began.job() + " is begun");
      }
    });
    try (FrozenRows rows = run.rows()) {
      for (int row = 0; row < rows.count(); row++) {
        found.put(name + ", " + rows.row(row).prompt(), answers.getOrDefault(row, "row " + row + " waits"));
      }
    }
  }

  private static String text(Chat chat) {
    return chat.conversation().stream().map(Message::content).collect(Collectors.joining("|"));
  }

  /// Checks that this is what stood before a deed, or what stands after it, or lies between them: each thing whole.
  void requireBetween(View before, View after, String where) {
    TreeSet<String> things = new TreeSet<>(found.keySet());
    things.addAll(before.found.keySet());
    things.addAll(after.found.keySet());
    for (String thing : things) {
      String now = found.get(thing);
      String was = before.found.get(thing);
      String is = after.found.get(thing);
      boolean whole = Objects.equals(now, was) || Objects.equals(now, is) || CLOSED.equals(now)
          || isPartOfReply(now, was, is);
      assertTrue(whole, () -> where + ": " + thing + " is <" + now + ">, was <" + was + ">, becomes <" + is + ">");
    }
    boolean tornKept = !before.found.containsKey("torn") || found.containsKey("torn");
    assertTrue(tornKept, () -> where + ": what nobody acknowledged is thrown away");
    for (String text : before.found.values()) {
      boolean lost = after.found.containsValue(text) && !found.containsValue(text);
      assertTrue(!lost, () -> where + ": <" + text + "> is lost; there is " + found);
    }
  }

  /// Checks that this is what stands after a deed. What a deed takes away last may still be there.
  void requireAfter(View before, View after, String where) {
    requireBetween(before, after, where);
    after.found.forEach((thing, is) -> assertEquals(is, found.get(thing), () -> where + ": " + thing));
  }

  private static boolean isPartOfReply(String now, String was, String is) {
    return now != null && is != null && is.contains(REPLY) && is.startsWith(now)
        && (was == null || now.startsWith(was));
  }
}
