package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.Windows;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What goes over a slow line and when, on a terminal in memory and with a clock of the test's own: nothing waits.
class SlowLineTest {

  private static final long MILLI = 1_000_000;
  private static final Metrics METRICS = new Metrics(9_000_000_000L, 0, 120, 1, 212, 5_000_000_000L, -1);

  private long now = 1;
  private LoopFixture fixture;
  private EventLoop loop;

  /// Does nothing of what it is asked.
  private static final class Deaf implements EventLoop.CommandSink {
    @Override
    public void run(Command command) {}

    @Override
    public void showTheme(String name, Windows windows) {}
  }

  private void start(OptionalInt slow) throws InterruptedException {
    fixture = new LoopFixture(new Deaf(), new Line(() -> now, slow));
    loop = fixture.loop();
    fixture.bus().publish(LoopFixture.answered("m"));
    rounds(40);
  }

  /// So many rounds, 100 ms apart.
  private void rounds(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      now += 100 * MILLI;
      loop.tick(0);
    }
  }

  private long bytes() {
    return fixture.terminal().bytesWritten();
  }

  private void say(String text) throws InterruptedException {
    fixture.bus().publish(new Event.TokenReceived(turn(), text, false, 1));
  }

  private UUID turn() {
    return loop.state().chat().turn().map(Turn::id).orElseThrow();
  }

  private void ask() throws InterruptedException {
    fixture.bus().publish(new Event.PromptSubmitted("q"));
    rounds(40);
  }

  private void press(Key key) throws InterruptedException {
    fixture.bus().publish(new Event.KeyPressed(key));
    loop.tick(0);
  }

  @Test
  void theFirstScreenComesInPartsAndIsWhole() throws Exception {
    start(OptionalInt.of(9600));
    assertTrue(fixture.frames() > 3, fixture.frames() + " frames");
    LoopFixture fast = new LoopFixture(new Deaf());
    fast.bus().publish(LoopFixture.answered("m"));
    fast.loop().tick(0);
    String[] slowly = fixture.terminal().text().split("\n", -1);
    String[] usual = fast.terminal().text().split("\n", -1);
    for (int row = 0; row < usual.length; row++) {
      assertEquals(usual[row].replaceAll("ready.*", ""), slowly[row].replaceAll("ready.*", ""), "row " + row);
    }
  }

  @Test
  void aKeyIsSeenAtOnceWhileTheReplyWaits() throws Exception {
    start(OptionalInt.of(9600));
    ask();
    say("many words that fill a line and then some more of the next, so that something has to be drawn here ");
    now += 100 * MILLI;
    loop.tick(0);
    int frames = fixture.frames();
    say("and so on and on and on, until the line that was begun is full as well, which takes a while to write ");
    loop.tick(0);
    assertEquals(frames, fixture.frames(), "the line is still taken");
    long before = bytes();
    press(Key.text("X"));
    assertEquals(frames + 1, fixture.frames());
    assertTrue(bytes() - before <= 20, bytes() - before + " bytes for a key");
    assertTrue(fixture.terminal().text().contains("X"));
  }

  @Test
  void aReplyIsShownByWholeLinesAndTheEndInFull() throws Exception {
    start(OptionalInt.of(9600));
    ask();
    say("half a line");
    rounds(20);
    assertFalse(fixture.terminal().text().contains("half a line"));
    say(" and enough of what comes after it to make the first line of this reply full, so it shows.\n\nNext");
    rounds(20);
    assertTrue(fixture.terminal().text().contains("half a line and enough"));
    assertTrue(fixture.terminal().text().contains("so it shows."), fixture.terminal().text());
    assertFalse(fixture.terminal().text().contains("Next"));
    fixture.bus().publish(new Event.TurnCompleted(turn(), METRICS));
    rounds(20);
    assertTrue(fixture.terminal().text().contains("Next"));
  }

  @Test
  void noSecondPassesWithAReplyThatSendsNothing() throws Exception {
    start(OptionalInt.of(9600));
    ask();
    long before = bytes();
    rounds(300);
    assertEquals(before, bytes(), "the clock stands still between full minutes");
  }

  @Test
  void whatTheLineCarriedIsTold() throws Exception {
    start(OptionalInt.of(9600));
    ask();
    for (int i = 0; i < 100; i++) {
      say("word ");
      rounds(1);
    }
    assertTrue(fixture.terminal().text().contains("slow line, "), fixture.terminal().text());
    assertTrue(fixture.terminal().text().contains(" B/s"), fixture.terminal().text());
  }

  @Test
  void anIdleScreenSendsNothingAndAsksNothing() throws Exception {
    for (OptionalInt slow : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(9600)}) {
      start(slow);
      fixture.bus().publish(new Event.LineAnswered());
      // A terminal that does not answer gets its first screen in parts, three seconds apart at first.
      rounds(200);
      long before = bytes();
      int asked = fixture.terminal().questions();
      rounds(36_000);
      assertEquals(before, bytes(), "idle for an hour, slow " + slow);
      assertEquals(asked, fixture.terminal().questions());
    }
  }

  @Test
  void aUsualLineIsAskedNowAndThenWhileAReplyStreams() throws Exception {
    start(OptionalInt.empty());
    assertEquals(0, fixture.terminal().questions());
    ask();
    int answered = 0;
    for (int i = 0; i < 120; i++) {
      say("word ");
      rounds(1);
      if (fixture.terminal().questions() > answered) {
        answered++;
        now += 200 * MILLI;
        fixture.bus().publish(new Event.LineAnswered());
      }
    }
    assertEquals(4, fixture.terminal().questions(), "one every five seconds of sixteen");
    assertTrue(fixture.terminal().text().contains("The line answers after"), fixture.terminal().text());
    assertTrue(fixture.terminal().text().contains("/slow"), fixture.terminal().text());
  }

  @Test
  void aTerminalThatReadsNothingHoldsUpNothingAndGetsTheNewestState() throws Exception {
    start(OptionalInt.of(9600));
    ask();
    fixture.reads(false);
    long before = bytes();
    for (int i = 0; i < 500; i++) {
      say("word" + i + "\n\n");
      rounds(1);
    }
    assertEquals(before, bytes());
    assertTrue(loop.state().chat().turn().orElseThrow().text().toString().contains("word499"));
    fixture.reads(true);
    rounds(100);
    assertTrue(fixture.terminal().text().contains("word498"));
    assertTrue(bytes() - before < 5_000, "what nobody saw is not sent: " + (bytes() - before));
  }

  @Test
  void theCommandMakesTheLineSlowAndUsualAgain() throws Exception {
    start(OptionalInt.empty());
    fixture.bus().publish(new Event.ActionTriggered(Action.SLOW));
    rounds(20);
    assertTrue(fixture.terminal().text().contains("at most 4 frames a second"), fixture.terminal().text());
    fixture.bus().publish(new Event.ActionTriggered(Action.SLOW));
    rounds(20);
    assertTrue(fixture.terminal().text().contains("as fast as it comes"), fixture.terminal().text());
    assertFalse(fixture.terminal().text().contains("slow line"), fixture.terminal().text());
  }
}
