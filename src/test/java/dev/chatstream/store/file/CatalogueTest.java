package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final List<String> FIELDS = List.of("title", "Grüße 🎉", "");

  @TempDir
  private Path folder;

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("a.json"), content);
  }

  private Path catalogue() {
    return folder.resolve("chats.cat");
  }

  private static Instant later() {
    return Instant.now().plusSeconds(60);
  }

  private FileStamp kept(Path file) throws Exception {
    FileStamp stamp = FileStamp.of(file);
    Catalogue catalogue = Catalogue.open(catalogue());
    catalogue.keep("a.json", stamp, FIELDS, later());
    catalogue.save();
    return stamp;
  }

  @Test
  void whatWasKeptIsFoundForTheSameFileOnly() throws Exception {
    Path file = file("one");
    FileStamp stamp = kept(file);
    assertEquals(Optional.of(FIELDS), Catalogue.open(catalogue()).find("a.json", FileStamp.of(file)));
    assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("b.json", stamp));
    file("longer");
    assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("a.json", FileStamp.of(file)));
    assertEquals(Optional.of(FIELDS), Catalogue.open(catalogue()).lastKnown("a.json"));
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsNotTakenForTheSame() throws Exception {
    Path file = file("one");
    FileTime written = Files.getLastModifiedTime(file);
    kept(file);
    Path other = Files.writeString(folder.resolve("other"), "two");
    Files.setLastModifiedTime(other, written);
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("a.json", FileStamp.of(file)));
  }

  @Test
  void aFileThatWasWrittenJustNowIsReadAgain() throws Exception {
    Path file = file("one");
    FileStamp stamp = FileStamp.of(file);
    Catalogue catalogue = Catalogue.open(catalogue());
    catalogue.keep("a.json", stamp, FIELDS, Instant.now());
    catalogue.save();
    assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("a.json", stamp));
  }

  @Test
  void aDamagedCatalogueIsAnEmptyOne() throws Exception {
    FileStamp stamp = kept(file("one"));
    byte[] whole = Files.readAllBytes(catalogue());
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(catalogue(), damaged);
      assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("a.json", stamp), "byte " + at);
      Files.write(catalogue(), java.util.Arrays.copyOf(whole, at));
      assertEquals(Optional.empty(), Catalogue.open(catalogue()).find("a.json", stamp), "cut at " + at);
    }
    Files.write(catalogue(), whole);
    assertEquals(Optional.of(FIELDS), Catalogue.open(catalogue()).find("a.json", stamp));
  }

  @Test
  void whatIsGoneFallsOutOfIt() throws Exception {
    kept(file("one"));
    Catalogue catalogue = Catalogue.open(catalogue());
    catalogue.carryOver("a.json");
    catalogue.save();
    assertEquals(Set.of("a.json"), Catalogue.open(catalogue()).names());
    Catalogue.open(catalogue()).save();
    assertTrue(Catalogue.open(catalogue()).names().isEmpty());
  }

  @Test
  void aFolderInItsPlaceIsNoReasonToFail() throws Exception {
    Files.createDirectory(catalogue());
    assertTrue(Catalogue.open(catalogue()).names().isEmpty());
  }
}
