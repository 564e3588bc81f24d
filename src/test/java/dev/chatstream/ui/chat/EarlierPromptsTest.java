package dev.chatstream.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Walking through what was asked before.
class EarlierPromptsTest {

  @Test
  void onlyTheFirstStepOfAWalkAsksWhatThereIs() {
    EarlierPrompts earlier = new EarlierPrompts();
    earlier.know(List.of("a", "b"));
    AtomicInteger asked = new AtomicInteger();
    Supplier<List<String>> own = () -> {
      asked.incrementAndGet();
      return List.of("c");
    };
    assertEquals(Optional.empty(), earlier.move(-1, own, () -> "now"));
    assertEquals(0, asked.get());
    assertEquals(Optional.of("c"), earlier.move(1, own, () -> "now"));
    assertEquals(Optional.of("b"), earlier.move(1, own, () -> "c"));
    assertEquals(Optional.of("a"), earlier.move(1, own, () -> "b"));
    assertEquals(Optional.empty(), earlier.move(1, own, () -> "a"));
    assertEquals(1, asked.get());
    earlier.move(-1, own, () -> "a");
    earlier.move(-1, own, () -> "b");
    assertEquals(Optional.of("now"), earlier.move(-1, own, () -> "c"));
  }
}
