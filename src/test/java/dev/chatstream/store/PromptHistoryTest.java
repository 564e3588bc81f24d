package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptHistoryTest {

  @TempDir
  private Path folder;

  private Path file;
  private PromptHistory history;

  @BeforeEach
  void open() throws StoreException {
    DataRoot root = DataRoot.open(folder);
    file = root.internal().resolve("prompts.jsonl");
    history = new PromptHistory(root, FileOps.DISK);
  }

  @Test
  void eachIsThereOnceAndTheLastAskedIsLast() throws StoreException {
    assertEquals(List.of(), history.read());
    for (String prompt : List.of("one", "two\nlines, é \ud83d", "one", " ")) {
      history.add(prompt);
    }
    assertEquals(List.of("two\nlines, é \ud83d", "one"), history.read());
  }

  @Test
  void aTornRecordSpoilsItselfAlone() throws IOException, StoreException {
    history.add("whole");
    Files.write(file, "\n{\"prompt\":\"to".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    history.add("after");
    assertEquals(List.of("whole", "after"), history.read());
  }

  @Test
  void itStaysSmallAndKeepsTheNewest() throws IOException, StoreException {
    String filler = "x".repeat(40_000);
    for (int i = 0; i < 60; i++) {
      history.add(i + filler);
      assertTrue(Files.size(file) <= PromptHistory.LARGEST);
    }
    List<String> kept = history.read();
    assertEquals(59 + filler, kept.getLast());
    assertTrue(kept.size() >= 10, "kept " + kept.size());
    history.add("y".repeat(PromptHistory.LONGEST));
    assertEquals(kept, history.read(), "a very long one is in its chat only");
  }
}
