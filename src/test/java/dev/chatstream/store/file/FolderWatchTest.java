package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir
  private Path folder;

  @Test
  void whatIsMadeReplacedAndDeletedIsToldOnceAndWithoutHiddenFiles() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path chats = Files.createDirectory(folder.resolve("chats"));
    Files.writeString(chats.resolve("gone.json"), "x");
    try (FolderWatch watch = FolderWatch.open(List.of(chats, other))) {
      Files.writeString(chats.resolve(".acs-1.tmp"), "1");
      Files.move(chats.resolve(".acs-1.tmp"), chats.resolve("a.json"), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(chats.resolve("a.json"), "12");
      Files.delete(chats.resolve("gone.json"));
      FolderWatch.Changes changes = watch.take();
      assertEquals(Set.of("a.json", "gone.json"), changes.in(chats));
      assertEquals(Set.of(), changes.in(other));
      assertTrue(changes.any());
      assertFalse(changes.all());
    }
  }

  @Test
  void onlyHiddenFilesAreNoChange() {
    assertFalse(new FolderWatch.Changes(false, Map.of(folder, Set.of())).any());
  }

  @Test
  void aFolderThatIsGoneIsToldByAFailure() throws Exception {
    Path chats = Files.createDirectory(folder.resolve("chats"));
    try (FolderWatch watch = FolderWatch.open(List.of(chats))) {
      Files.delete(chats);
      assertThrows(IOException.class, watch::take);
    }
    assertThrows(IOException.class, () -> FolderWatch.open(List.of(chats)));
  }
}
