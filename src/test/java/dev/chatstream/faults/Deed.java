package dev.chatstream.faults;

import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.Recovery;
import dev.chatstream.store.list.AppendUndo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a person does and the store acknowledges. Doing it again after it failed is what the program does.
///
/// @param before what has to be there first
record Deed(String name, Step before, Step act) {

  interface Step {
    void run(Day day) throws StoreException, IOException;

    default Step then(Step next) {
      return day -> {
        run(day);
        next.run(day);
      };
    }
  }

  private static final Step NOTHING = day -> {};

  @Override
  public String toString() {
    return name;
  }

  static List<Deed> all() {
    return Stream.of(chats(), lists(), EditDeeds.all(), RunDeeds.all(), replies(), choices())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Deed> chats() {
    Step draft = day -> day.place.put("talk", day.chats.keepDraft(day.chat("talk")));
    Step named = day -> day.place.put("plan", day.chats.saveNew(day.chat("plan"), "plan", Optional.empty()).at());
    return List.of(
        new Deed("keep a draft", NOTHING, draft),
        new Deed("save a draft", draft, day -> save(day, "talk")),
        new Deed("name a draft", draft, day -> {
          ChatFile at = day.place.get("talk");
          day.place.put("named", day.chats.saveNew(day.chat("talk"), "talk", Optional.of(at)).at());
        }),
        new Deed("discard a draft", draft, day -> day.chats.discardDraft(day.chat("talk").id())),
        new Deed("name a new chat", NOTHING, named),
        new Deed("save a chat", named, day -> save(day, "plan")),
        new Deed("append a chat to a chat", named, day -> day.chats.append("plan", day.chat("more"))),
        new Deed("read all chats", named, day -> day.chats.list()));
  }

  private static void save(Day day, String name) throws StoreException {
    day.place.put(name, day.chats.save(day.longer(name), day.place.get(name)));
  }

  private static List<Deed> lists() {
    Step made = day -> day.lists.create("new", day.tasks("first", 2));
    Step list = day -> {
      made.run(day);
      day.lists.append("new", day.tasks("second", 1));
    };
    Step other = day -> Files.writeString(
        day.root.taskLists().resolve("other.csv"), "\uFEFFIndex;Content\r\n7;seven\r\n9;\"ni;ne\"");
    Step torn = day -> {
      list.run(day);
      Files.writeString(day.root.taskLists().resolve("new.csv"), "\"9\",\"" + View.TORN, StandardOpenOption.APPEND);
    };
    return List.of(
        new Deed("make a list", NOTHING, made),
        new Deed("append a first row", made, day -> day.lists.append("new", day.tasks("row", 1))),
        new Deed("append a row", list, day -> day.lists.append("new", day.tasks("row", 1))),
        new Deed("append a row without a source", list,
            day -> day.lists.append("new", List.of(new NewTask(Role.USER, "bare", "", "")))),
        new Deed("append a long row", list,
            day -> day.lists.append("new", List.of(new NewTask(Role.USER, "long" + "y".repeat(4000), "long/1", "")))),
        new Deed("append many rows", list, day -> day.lists.append("new", day.tasks("many", 40))),
        new Deed("append rows to a list of others", other, day -> day.lists.append("other", day.tasks("row", 3))),
        new Deed("append a row after a torn end", torn, day -> day.lists.append("new", day.tasks("row", 1))),
        new Deed("undo an append", day -> {
          list.run(day);
          day.undo = day.lists.append("new", day.tasks("undone", 2)).undo();
        }, day -> {
          AppendUndo undo = day.undo.orElseThrow();
          day.lists.undo(undo);
        }),
        new Deed("read all lists", list, day -> day.lists.list()));
  }

  private static List<Piece> said(String... texts) {
    return Stream.of(texts).map(text -> new Piece(text, false, 1)).toList();
  }

  private static List<Deed> replies() {
    Step asked = day -> day.ask("why?").begin();
    Step came = day -> {
      asked.run(day);
      day.journal.came(said(View.REPLY, "be"));
    };
    return List.of(
        new Deed("ask", day -> day.ask("why?"), day -> day.journal.begin()),
        new Deed("keep the first of a reply", asked, day -> comes(day, View.REPLY, "be")),
        new Deed("keep more of a reply", came, day -> comes(day, "ca", "u", "se".repeat(300))),
        new Deed("keep the end of a reply", came, day -> day.journal.ended(MessageState.DONE)),
        new Deed("save an answer and delete its journal", came, day -> {
          if (!day.place.containsKey("answer")) {
            day.place.put("answer", day.chats.keepDraft(day.answered(View.REPLY + "be")));
          }
          day.journal.delete();
        }),
        new Deed("recover a reply", day -> {
          came.run(day);
          leave(day, "");
        }, Deed::recover),
        new Deed("recover a damaged reply", day -> {
          came.run(day);
          leave(day, "{\"crc\":\"00000000\",\"record\":{\"" + View.TORN + "\"}}\n");
        }, Deed::recover));
  }

  /// What failed once is in the journal's hands; a second try adds nothing to it.
  private static void comes(Day day, String... texts) throws StoreException {
    boolean first = day.place.putIfAbsent("came", new ChatFile(true, "", null, null, "")) == null;
    day.journal.came(first ? said(texts) : List.of());
  }

  /// Lets a journal lie there as a process does that died.
  private static void leave(Day day, String end) throws StoreException, IOException {
    Path file = day.root.journal().resolve("turn-" + day.asked.turn() + ".jsonl");
    byte[] content = Files.readAllBytes(file);
    day.journal.delete();
    Files.write(file, content);
    Files.write(file, end.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }

  private static void recover(Day day) throws StoreException {
    Recovery.Result result = new Recovery(day.root, day.chats, FileOps.DISK).run();
    if (!result.failures().isEmpty()) {
      throw new StoreException(result.failures().getFirst());
    }
  }

  private static List<Deed> choices() {
    return List.of(
        new Deed("choose a theme", day -> day.settings.set(Preference.THEME, "dark"),
            day -> day.settings.set(Preference.THEME, "light")),
        new Deed("remember a model", day -> day.state.write(day.state.read().state().withModel("old")),
            day -> day.state.write(day.state.read().state().withModel("new"))),
        new Deed("type", NOTHING, day -> day.unsent.keep("dear")),
        new Deed("type on", day -> day.unsent.keep("dear"), day -> day.unsent.keep("dear model")),
        new Deed("give back what an earlier version kept",
            day -> Files.writeString(day.root.internal().resolve("unsent.txt"), "old " + View.TORN),
            day -> day.unsent.take()),
        new Deed("send what was typed", day -> day.unsent.keep("dear"), day -> day.unsent.keep("")));
  }
}
