package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.Command;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsentKeeperTest {

  private static final long SECOND = 1_000_000_000;

  private final UnsentKeeper keeper = new UnsentKeeper();
  private final long start = System.nanoTime();

  private Optional<Command> due(long at, String text) {
    return keeper.due(at, () -> text);
  }

  @Test
  void aChangeIsKeptAtOnceAndTheNextOneASecondLater() {
    assertEquals(Optional.empty(), due(start, "a"), "nobody touched it");
    keeper.touch();
    assertEquals(Optional.of(new WritingCommand.KeepInput("a")), due(start, "a"));
    keeper.touch();
    assertEquals(Optional.empty(), due(start + SECOND / 2, "ab"));
    assertEquals(SECOND / 2, keeper.patience(start + SECOND / 2, Long.MAX_VALUE));
    assertEquals(Optional.of(new WritingCommand.KeepInput("ab")), due(start + SECOND, "ab"));
    assertEquals(Long.MAX_VALUE, keeper.patience(start + SECOND, Long.MAX_VALUE));
  }

  @Test
  void theSameTextIsNotKeptAgain() {
    keeper.touch();
    assertTrue(due(start, "a").isPresent());
    keeper.touch();
    assertEquals(Optional.empty(), due(start + 2 * SECOND, "a"));
    keeper.touch();
    assertEquals(Optional.of(new WritingCommand.KeepInput("")), due(start + 2 * SECOND, ""), "sent");
  }
}
