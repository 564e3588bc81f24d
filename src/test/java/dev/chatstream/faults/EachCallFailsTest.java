package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.faults.Fault.Way;
import dev.chatstream.store.StoreException;
import dev.chatstream.testing.disk.Call;
import dev.chatstream.testing.disk.WatchedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Promises 1, 3, 4, 6 and 7: each call that a deed makes goes wrong once, at each place, in each way. Then the failure
/// has a type and a sentence, what was acknowledged is there, no file is left open, and the next try works.
class EachCallFailsTest {

  /// Each n-th place is tried, of the ways that differ in more than their words each third of that; all places in the
  /// longer runs.
  private static final int EVERY = Tally.trials("every", 15);

  @TempDir(factory = InMemory.class)
  Path folder;

  private final List<AssertionError> errors = new ArrayList<>();
  private int openAfter;
  private int cases;
  private int spares;

  static List<Deed> deeds() {
    return Deed.all();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void eachDeedSurvives(Way way) throws Exception {
    for (Deed deed : Deed.all()) {
      View[] views = wholeRun(deed);
      boolean differs = way == Way.EIO || way == Way.READ_ONLY_FROM_HERE || way == Way.TORN_WRITE;
      int step = differs ? (EVERY + 2) / 3 : EVERY;
      int offset = Math.floorMod(deed.name().hashCode(), step);
      int last = way == Way.SHORT_WRITES ? 0 : callsOf(deed) - 1;
      for (int at = way == Way.SHORT_WRITES ? 0 : offset; at <= last; at += step) {
        try {
          one(deed, new Fault(way, at), views, way + " at call " + at + " of: " + deed);
        } catch (AssertionError e) {
          errors.add(e);
          Copies.delete(home());
        }
      }
    }
    Tally.note("calls that fail: " + way, cases, errors.size() + " wrong");
    assertTrue(cases > 0);
    assertAll(errors.stream().map(error -> () -> {
      throw error;
    }));
  }

  private int callsOf(Deed deed) throws Exception {
    Fault none = new Fault(Way.EIO, Integer.MAX_VALUE);
    act(deed, none, day(deed, none));
    Copies.delete(home());
    return none.calls().size();
  }

  /// What stands before and after a deed for which all goes well.
  private View[] wholeRun(Deed deed) throws Exception {
    Fault none = new Fault(Way.EIO, Integer.MAX_VALUE);
    Day day = day(deed, none);
    View before = View.ofCopy(home(), spare());
    assertEquals(Optional.empty(), act(deed, none, day));
    View after = View.ofCopy(home(), spare());
    openAfter = WatchedDisk.openFiles(day.root.folder());
    Copies.delete(home());
    return new View[] {before, after};
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path spare() {
    return folder.resolve("spare" + ++spares); // What is taken from one stays held under its name.
  }

  private Day day(Deed deed, Fault fault) throws Exception {
    Day day = new Day(WatchedDisk.folder(home(), fault));
    deed.before().run(day);
    return day;
  }

  private void one(Deed deed, Fault fault, View[] views, String where) throws Exception {
    Day day = day(deed, fault);
    Optional<StoreException> failed = act(deed, fault, day);
    View now = View.ofCopy(home(), spare());
    String what = where + " (" + (fault.calls().isEmpty() ? "" : fault.calls().getLast()) + "), " + failed;
    if (failed.isEmpty()) {
      now.requireAfter(views[0], views[1], what);
    } else {
      checkTold(failed.get(), what);
      now.requireBetween(views[0], views[1], what);
      Optional<StoreException> again = act(deed, fault, day);
      assertEquals(Optional.empty(), again, () -> what + ": the next try");
      View.ofCopy(home(), spare()).requireAfter(views[0], views[1], what + ", then tried again");
    }
    assertTrue(WatchedDisk.openFiles(day.root.folder()) <= openAfter, () -> what + ": files left open");
    assertEquals(List.of(), fault.trusted(), () -> what + ": written to after a failed force");
    Copies.delete(home());
    cases++;
  }

  private static void checkTold(StoreException failed, String where) {
    String sentence = failed.failure().sentence();
    assertFalse(sentence.isBlank() || sentence.contains("null") || sentence.contains("Exception"), where);
    boolean unforeseen = failed.failure() instanceof StoreFailure.ChangedElsewhere
        || failed.failure() instanceof StoreFailure.NotUndoable;
    assertFalse(unforeseen, where);
  }

  /// Does it with the fault armed; whatever is thrown but a failure of the store fails the test.
  private static Optional<StoreException> act(Deed deed, Fault fault, Day day) {
    if (!fault.happened()) {
      fault.arm();
    }
    try {
      deed.act().run(day);
      return Optional.empty();
    } catch (StoreException failed) {
      return Optional.of(failed);
    } catch (IOException | RuntimeException | Error e) {
      return fail(deed + ", call " + fault.calls().getLast(), e);
    } finally {
      fault.heal();
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void aClockThatJumpsBackHarmsNothing(Deed deed) throws Exception {
    View[] views = wholeRun(deed);
    Fault none = new Fault(Way.EIO, Integer.MAX_VALUE);
    Day day = day(deed, none);
    day.now = day.now.minus(Duration.ofDays(400));
    assertEquals(Optional.empty(), act(deed, none, day));
    View.ofCopy(home(), spare()).requireAfter(views[0], views[1], "clock, " + deed);
  }

  /// The suite must see all kinds of calls, or it proves less than it says.
  @Test
  void eachKindOfCallIsMade() throws Exception {
    var kinds = EnumSet.noneOf(Call.Kind.class);
    for (Deed deed : Deed.all()) {
      Fault none = new Fault(Way.EIO, Integer.MAX_VALUE);
      act(deed, none, day(deed, none));
      none.calls().forEach(call -> kinds.add(call.kind()));
      Copies.delete(home());
    }
    var all = EnumSet.allOf(Call.Kind.class);
    assertEquals(all, kinds);
  }
}
