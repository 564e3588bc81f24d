package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.Windows;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The loop's own time: tokens wait for the next frame, everything else doesn't. Times are looked at from below only
/// (nothing came too early), so that a slow machine fails no test; what never came would wait for ever.
@Timeout(60)
class EventLoopTest {

  private static final long FRAME = Duration.ofMillis(32).toNanos();

  private final LoopFixture fixture = new LoopFixture(new Deaf());
  private final EventLoop loop = fixture.loop();

  /// Does nothing of what it is asked.
  private static final class Deaf implements EventLoop.CommandSink {
    @Override
    public void run(Command command) {}

    @Override
    public void showTheme(String name, Windows windows) {}
  }

  /// A reply streams, and a frame of it was shown just now.
  @BeforeEach
  void stream() throws Exception {
    fixture.bus().publish(LoopFixture.answered("m"));
    fixture.bus().publish(new Event.PromptSubmitted("q"));
    loop.tick(0);
  }

  private UUID turn() {
    return loop.state().chat().turn().map(Turn::id).orElseThrow();
  }

  private String came() {
    return loop.state().chat().turn().orElseThrow().text().toString();
  }

  private Event.TokenReceived token(String text) {
    return new Event.TokenReceived(turn(), text, false, 1);
  }

  /// Shows a frame, from which the quiet time counts.
  ///
  /// @return a time before it
  private long frame() throws InterruptedException {
    long before = System.nanoTime();
    int frames = fixture.frames();
    fixture.bus().publish(new Event.KeyPressed(Key.text("x")));
    loop.tick();
    assertEquals(frames + 1, fixture.frames());
    return before;
  }

  @Test
  void aTokenWaitsForTheNextFrame() throws Exception {
    long before = frame();
    fixture.bus().publish(token("one"));
    loop.tick();
    assertEquals("one", came());
    assertTrue(System.nanoTime() - before >= FRAME);
  }

  @Test
  void allTokensOfTheQuietTimeAreTakenAtOnce() throws Exception {
    long before = frame();
    fixture.bus().publish(token("one "));
    AtomicReference<Throwable> bug = new AtomicReference<>();
    Event.TokenReceived more = token("more ");
    Thread writer = Thread.ofPlatform().start(() -> {
      try {
        for (int i = 0; i < 100; i++) {
          fixture.bus().publish(more);
        }
      } catch (InterruptedException e) {
        bug.set(e);
      }
    });
    int rounds = 0;
    while (came().length() < 4 + 100 * 5) {
      loop.tick();
      rounds++;
    }
    writer.join();
    long frames = (System.nanoTime() - before) / FRAME + 1;
    // One round takes them, and at most one more a frame shows what was held back.
    assertTrue(rounds <= 2 * frames, rounds + " rounds in the time of " + frames + " frames");
    assertEquals(null, bug.get());
  }

  @Test
  void aKeyInTheQuietTimeTakesTheTokensAlong() throws Exception {
    frame();
    int frames = fixture.frames();
    fixture.bus().publish(token("one"));
    fixture.bus().publish(new Event.KeyPressed(Key.text("y")));
    loop.tick();
    assertEquals("one", came());
    assertEquals("xy", loop.unsent());
    assertEquals(frames + 1, fixture.frames());
  }

  @Test
  void theEndOfTheReplyIsNotHeldBack() throws Exception {
    frame();
    fixture.bus().publish(token("one"));
    fixture.bus().publish(new Event.TurnAnswering(turn()));
    loop.tick();
    assertEquals("one", came());
  }

  @Test
  void questionsThatWaitComeBackWhenTheWindowsAreBrokenToo() throws Exception {
    fixture.bus().publish(token("half"));
    fixture.bus().publish(new Event.PromptSubmitted("second"));
    loop.tick();
    fixture.bus().publish(new Event.KeyPressed(Key.text("third")));
    loop.tick();
    loop.abort(1);
    assertEquals("second\n\nthird", loop.unsent());
  }
}
