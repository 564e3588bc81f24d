package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {

  @TempDir
  private Path folder;

  /// Also where it stands across the edge of two chunks.
  @Test
  void aWordIsFoundWhereverItStands() throws Exception {
    Path file = folder.resolve("a");
    int chunk = 256 * 1024;
    for (int at : new int[] {0, 10, chunk - 3, chunk, chunk + 1, 2 * chunk - 5, 3 * chunk}) {
      Files.writeString(file, "x".repeat(at) + "needle" + "é".repeat(100));
      assertTrue(ByteSearch.in(file, "needle", () -> true), "at " + at);
    }
    Files.writeString(file, "x".repeat(3 * chunk) + "needl");
    assertFalse(ByteSearch.in(file, "needle", () -> true));
  }

  @Test
  void itEndsWhenNobodyWantsItAnyMore() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "needle");
    assertEquals(false, ByteSearch.in(file, "needle", () -> false));
  }
}
