package dev.chatstream.faults;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.TurnJournal;
import dev.chatstream.store.list.ListSession;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunJournal;
import dev.chatstream.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A process that writes until it is killed: rows into a list that others write to as well, messages into a chat that
/// others write to as well, its own chat, a draft, a reply, rows into a table that others change as well, the answers of
/// a run. It says what was acknowledged as soon as it was: a letter, a
/// number. All that it writes begins with its name, a colon and that number.
final class Writer {

  static final String LIST = "shared";
  static final String CHAT = "common";
  static final String TABLE = "table";

  private static final int MOST_ROWS = 500;
  private static final String KINDS = "RRRMMSCCDJJJEEAA";

  private final String name;
  private final Random random;
  private final ChatStore chats;
  private final TaskListStore lists;
  private final TurnJournal journal;
  private final DataRoot root;
  private final RunJournal answers;
  private ListSession table;
  private Chat own;
  private ChatFile place;
  private Chat draft;
  private ChatFile draftPlace;
  private int number;
  private int answered;

  private Writer(Path folder, String name) throws Exception {
    this.name = name;
    this.random = new Random(name.hashCode());
    root = DataRoot.open(folder);
    chats = new ChatStore(root, InstantSource.system());
    lists = new TaskListStore(root, InstantSource.system());
    own = message(Chat.empty(id(), Instant.now()), "begin");
    place = chats.saveNew(own, "own " + name, Optional.empty()).at();
    draft = message(Chat.empty(id(), Instant.now()), name + " draft");
    draftPlace = chats.keepDraft(draft);
    Chat talk = Chat.empty(id(), Instant.now());
    Message question = Message.fromUser(id(), talk.head(), name + " reply", Instant.now());
    Message answer = Message.fromModel(
        id(), question.id(), "", "", "m", Map.of(), MessageState.CUT, Metrics.UNKNOWN, Instant.now());
    Asked asked = new Asked(id(), talk.id(), "", Instant.now(), question, answer);
    journal = TurnJournal.begin(root, FileOps.DISK, InstantSource.system(), asked);
    answers = run().write();
  }

  /// A run of its own, found again by the name of its list.
  private RunFolder run() throws StoreException {
    RunPlan plan = new RunPlan("", Instant.now(), name, PromptTemplate.CONTENT, "", 0, List.of("m"), ChatSettings.NONE,
        1, List.of("here"), RunLimits.NONE);
    return new RunStore(root).create(plan, out -> {
      for (int row = 1; row <= MOST_ROWS; row++) {
        out.row(new FrozenRow(row, "", "", "prompt " + row, ""));
      }
      return MOST_ROWS;
    });
  }

  private static UUID id() {
    return Ids.next(Instant.now());
  }

  private static Chat message(Chat chat, String text) {
    return chat.plus(Message.fromUser(id(), chat.head(), text, Instant.now()));
  }

  public static void main(String[] args) throws Exception {
    Writer writer = new Writer(Path.of(args[0]), args[1]);
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    while (true) {
      System.out.println(writer.writeOne());
    }
  }

  private String writeOne() throws Exception {
    String text = name + ":" + ++number;
    String kind = String.valueOf(KINDS.charAt(random.nextInt(KINDS.length())));
    switch (kind) {
      case "R" -> lists.append(LIST, rows(text, 1));
      case "M" -> lists.append(LIST, rows(text, 2 + random.nextInt(30)));
      case "S" -> chats.append(CHAT, message(Chat.empty(id(), Instant.now()), text));
      case "C" -> {
        own = message(own, text);
        place = chats.save(own, place);
      }
      case "E" -> edit(text);
      case "A" -> answers.append(List.of(
          new RunRecord.Done(answered++, 1, text, 1, 1, 1, Instant.now()),
          new RunRecord.Began(answered, 1, Instant.now())));
      case "D" -> {
        draft = message(draft, text);
        draftPlace = chats.save(draft, draftPlace);
      }
      default -> journal.came(List.of(new Piece(text + " ", false, 1)));
    }
    return kind + number;
  }

  /// Adds a row to the table that all writers have open; then, now and then, changes one, moves one, or writes all into
  /// the file.
  private void edit(String text) throws StoreException {
    if (table == null) {
      table = ListSession.open(root, FileOps.DISK, InstantSource.system(), TABLE + ".csv");
      while (table.step()) {
        // Goes on to the end.
      }
    }
    int last = table.page(table.facts().lines() - 1, 1).rows().getFirst().ref();
    table.edit(new TableEdit.Add(text), last);
    switch (random.nextInt(6)) {
      case 0 -> table.fold();
      case 2 -> table.edit(new TableEdit.Move(-1), table.page(table.facts().lines() - 1, 1).rows().getFirst().ref());
      case 1 -> table.edit(new TableEdit.FlipDone(), table.page(0, 1).rows().getFirst().ref());
      default -> {
        // The change stays in the journal.
      }
    }
  }

  private List<NewTask> rows(String text, int count) throws IOException {
    List<NewTask> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String content = text + ":" + i + ":" + count + "\n\"" + "x".repeat(random.nextInt(600)) + "\"";
      rows.add(new NewTask(Role.USER, content, text + "/" + i, ""));
    }
    return rows;
  }
}
