package dev.chatstream.faults;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.TurnJournal;
import dev.chatstream.store.list.TaskListStore;
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
/// others write to as well, its own chat, a draft, a reply. It says what was acknowledged as soon as it was: a letter, a
/// number. All that it writes begins with its name, a colon and that number.
final class Writer {

  static final String LIST = "shared";
  static final String CHAT = "common";

  private final String name;
  private final Random random;
  private final ChatStore chats;
  private final TaskListStore lists;
  private final TurnJournal journal;
  private Chat own;
  private ChatFile place;
  private Chat draft;
  private ChatFile draftPlace;
  private int number;

  private Writer(Path folder, String name) throws Exception {
    this.name = name;
    this.random = new Random(name.hashCode());
    DataRoot root = DataRoot.open(folder);
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
    String kind = String.valueOf("RRRMMSCCDJJJ".charAt(random.nextInt(12)));
    switch (kind) {
      case "R" -> lists.append(LIST, rows(text, 1));
      case "M" -> lists.append(LIST, rows(text, 2 + random.nextInt(30)));
      case "S" -> chats.append(CHAT, message(Chat.empty(id(), Instant.now()), text));
      case "C" -> {
        own = message(own, text);
        place = chats.save(own, place);
      }
      case "D" -> {
        draft = message(draft, text);
        draftPlace = chats.save(draft, draftPlace);
      }
      default -> journal.came(List.of(new Piece(text + " ", false, 1)));
    }
    return kind + number;
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
