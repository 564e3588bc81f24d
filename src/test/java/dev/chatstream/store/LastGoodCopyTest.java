package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.chat.ChatLibrary;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.DamagedChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.GoodCopies;
import dev.chatstream.store.file.GoodCopy;
import dev.chatstream.store.file.Quarantine;
import dev.chatstream.store.list.TaskListStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodCopyTest {

  private static final Instant MADE = Instant.parse("2026-11-23T14:00:00Z");

  @TempDir
  private Path folder;

  private DataRoot root;
  private ChatStore chats;
  private TaskListStore lists;
  private LastGoodCopy copies;
  private Path copy;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    chats = new ChatStore(root, InstantSource.system());
    lists = new TaskListStore(root, InstantSource.system());
    copy = folder.resolve(".store/backups/copy");
    GoodCopies kept = (file,
        sound) -> Files.exists(copy) && sound.test(copy) ? Optional.of(new GoodCopy(copy, MADE, "")) : Optional.empty();
    Quarantine quarantine = new Quarantine(root, InstantSource.system(), FileOps.DISK);
    copies = new LastGoodCopy(root, chats, lists, kept, quarantine, FileOps.DISK);
  }

  private Path chat(int messages) throws Exception {
    Chat chat = Chat.empty(Ids.next(MADE), MADE);
    for (int i = 0; i < messages; i++) {
      chat = chat.plus(Message.fromUser(Ids.next(MADE), chat.head(), "message " + i, MADE));
    }
    return root.chats().resolve(chats.saveNew(chat, "old", Optional.empty()).at().file());
  }

  private static void cut(Path file) throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
  }

  @Test
  void theGoodPartIsReadAndNothingIsChanged() throws Exception {
    Path file = chat(44);
    new ChatLibrary(root, () -> Instant.now().plusSeconds(60)).read((known, total) -> true);
    cut(file);
    byte[] damaged = Files.readAllBytes(file);
    DamagedChat found = chats.openDamaged("old");
    assertEquals(44, found.total());
    int shown = found.chat().conversation().size();
    assertEquals("message " + (shown - 1), found.chat().conversation().getLast().content());
    assertEquals(true, shown > 20 && shown < 44);
    assertArrayEquals(damaged, Files.readAllBytes(file));
  }

  @Test
  void aMessageThatIsNoneIsLeftOutAndTheOthersAreShown() throws Exception {
    Path file = chat(4);
    Files.writeString(file, Files.readString(file).replace("\"content\" : \"message 1\"", "\"content\" : 7"));
    DamagedChat found = chats.openDamaged("old");
    assertEquals(
        List.of("message 0", "message 2", "message 3"),
        found.chat().conversation().stream().map(Message::content).toList());
    assertEquals(4, found.total());
  }

  @Test
  void badBytesAreShownAsSuch() throws Exception {
    Path file = chat(2);
    byte[] bytes = Files.readAllBytes(file);
    int at = Files.readString(file).indexOf("message 1");
    bytes[at] = (byte) 0xFF;
    Files.write(file, bytes);
    assertInstanceOf(
        StoreFailure.Unreadable.class, assertThrows(StoreException.class, () -> chats.open("old")).failure());
    assertEquals("\uFFFDessage 1", chats.openDamaged("old").chat().conversation().get(1).content());
  }

  @Test
  void theCopyTakesItsPlaceAndTheDamagedOneIsKept() throws Exception {
    Path file = chat(3);
    Files.copy(file, copy);
    cut(file);
    byte[] damaged = Files.readAllBytes(file);
    LastGoodCopy.Used used = copies.use("chats/old.json");
    assertEquals(MADE, used.made());
    assertEquals(3, chats.open("old").chat().conversation().size());
    assertArrayEquals(damaged, Files.readAllBytes(root.folder().resolve(used.damaged())));
  }

  @Test
  void aCopyThatIsDamagedItselfIsNoneAndAWholeFileIsLeftAlone() throws Exception {
    Path file = chat(3);
    Files.copy(file, copy);
    assertInstanceOf(
        StoreFailure.NotDamaged.class,
        assertThrows(StoreException.class, () -> copies.use("chats/old.json")).failure());
    cut(file);
    cut(copy);
    assertInstanceOf(
        StoreFailure.NoGoodCopy.class,
        assertThrows(StoreException.class, () -> copies.use("chats/old.json")).failure());
    assertInstanceOf(
        StoreFailure.Missing.class,
        assertThrows(StoreException.class, () -> copies.use("chats/../../x.json")).failure());
  }

  @Test
  void aListIsMendedTheSameWay() throws Exception {
    lists.create("release", List.of(new NewTask(Role.USER, "one", "", ""), new NewTask(Role.USER, "two", "", "")));
    Path file = root.taskLists().resolve("release.csv");
    Files.copy(file, copy);
    Files.writeString(file, Files.readString(file) + "\"3\",\"torn");
    copies.use("task_lists/release.csv");
    assertEquals(3, lists.append("release", List.of(new NewTask(Role.USER, "three", "", ""))).first());
  }
}
