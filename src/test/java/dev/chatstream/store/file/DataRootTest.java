package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataRootTest {

  @TempDir
  Path folder;

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String refused(Path path) {
    StoreException refused = assertThrows(StoreException.class, () -> DataRoot.open(path));
    assertInstanceOf(StoreFailure.BadRoot.class, refused.failure());
    return refused.getMessage();
  }

  @Test
  void makesWhatIsMissingForTheOwnerAlone() throws Exception {
    DataRoot root = DataRoot.open(folder.resolve("new/home"));
    for (Path made : List.of(
        root.folder(), root.chats(), root.taskLists(), root.themes(), root.logs(), root.internal(), root.drafts(),
        root.locks(), root.idx(), root.quarantine())) {
      assertEquals("rwx------", rights(made), made.toString());
    }
    assertEquals("1\n", Files.readString(root.internal().resolve("VERSION")));
    assertEquals("rw-------", rights(root.internal().resolve("VERSION")));
    assertEquals(root.folder(), DataRoot.open(folder.resolve("new/home")).folder());
  }

  @Test
  void aRootThatIsALinkIsFineBecauseThePersonGaveIt() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertEquals(real.toRealPath(), DataRoot.open(link).folder());
  }

  @Test
  void aFileInItsPlaceIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertTrue(refused(file).contains("not a folder"));
    assertTrue(refused(file.resolve("below")).contains("--home"));
    Files.writeString(Files.createDirectory(folder.resolve("home")).resolve("chats"), "x");
    assertTrue(refused(folder.resolve("home")).contains("chats: it is not a folder"));
  }

  @Test
  void aLinkOutOfTheRootIsTold() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.createSymbolicLink(home.resolve("chats"), Files.createDirectory(folder.resolve("outside")));
    assertTrue(refused(home).contains("leads out of the data folder"));
    Files.delete(home.resolve("chats"));
    Files.createSymbolicLink(home.resolve("chats"), folder.resolve("nowhere"));
    assertTrue(refused(home).contains("leads nowhere"));
  }

  @Test
  void aDiskWithoutRoomIsToldToThoseWhoWrite() throws Exception {
    DataRoot root = DataRoot.open(folder);
    StoreException refused = assertThrows(
        StoreException.class, () -> root.requireRoom(path -> DataRoot.LEAST_ROOM - 1));
    assertTrue(refused.getMessage().contains("Make room"), refused.getMessage());
    root.requireRoom(path -> DataRoot.LEAST_ROOM);
  }

  @Test
  void lookingMakesNothing() throws Exception {
    DataRoot root = DataRoot.openToRead(folder);
    assertEquals(List.of(), new TaskListStore(root, InstantSource.system()).list());
    ChatStore chats = new ChatStore(root, InstantSource.system());
    assertEquals(List.of(), chats.list());
    assertEquals(List.of(), chats.drafts());
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void lookingRefusesWhatIsNoRoot() throws Exception {
    assertThrows(StoreException.class, () -> DataRoot.openToRead(folder.resolve("nowhere")));
    assertFalse(Files.exists(folder.resolve("nowhere")));
    assertThrows(StoreException.class, () -> DataRoot.openToRead(Files.writeString(folder.resolve("file"), "x")));
    Path home = DataRoot.open(folder.resolve("home")).folder();
    Files.writeString(home.resolve(".store/VERSION"), "2\n");
    assertThrows(StoreException.class, () -> DataRoot.openToRead(home));
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("chats"), home.resolve("chats"));
    assertThrows(StoreException.class, () -> DataRoot.openToRead(linked));
  }

  @Test
  void aRootOfANewerVersionIsTold() throws Exception {
    DataRoot root = DataRoot.open(folder);
    Files.writeString(root.internal().resolve("VERSION"), "2\n");
    assertTrue(refused(folder).contains("newer version"));
    Files.writeString(root.internal().resolve("VERSION"), "two\n");
    assertTrue(refused(folder).contains("version number"));
  }
}
