package dev.chatstream.term;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Bytes from the terminal to keys. A state machine of our own; why not Lanterna's is told in docs/adr/0002.
///
/// Sequences may be cut anywhere between two reads. Time is handed in, never asked: [#wakeIn] says when a half sequence
/// has to be looked at again, [#wake] does it. One thread.
public final class KeyDecoder {

  private static final int ESCAPE_MILLIS = 50;
  private static final int SLOW_ESCAPE_MILLIS = 300;
  private static final int PASTE_MILLIS = 5_000;
  private static final int SEQUENCE_MILLIS = 1000;
  private static final int MOST_PARAMETERS = 64;
  private static final int MOST_OF_STRING = 256;
  private static final int ESC = 0x1B;

  private enum State {
    GROUND,
    UTF8,
    ESCAPE,
    SS3,
    CSI,
    LINUX_CONSOLE,
    OLD_MOUSE,
    STRING,
    PASTE
  }

  private final Consumer<Key> keys;
  private final Consumer<Reply> replies;
  private final List<Key> read = new ArrayList<>();
  private final StringBuilder parameters = new StringBuilder();
  private final Utf8Unit unit = new Utf8Unit();
  private final PasteCollector paste = new PasteCollector();
  private final UnbracketedPaste unbracketed = new UnbracketedPaste();
  private volatile int escapeMillis = ESCAPE_MILLIS;
  private State state = State.GROUND;
  private long since;
  private boolean alt;
  private int count;
  private int previous;
  private int introducer;

  /// @param keys takes each key, during [#feed] or [#wake]
  /// @param replies takes each answer of the terminal, asked for or not
  public KeyDecoder(Consumer<Key> keys, Consumer<Reply> replies) {
    this.keys = keys;
    this.replies = replies;
  }

  /// On a slow line the halves of a sequence may come further apart, so that an Escape has to wait longer to be one.
  /// From any thread.
  public void setSlow(boolean slow) {
    escapeMillis = slow ? SLOW_ESCAPE_MILLIS : ESCAPE_MILLIS;
  }

  /// Takes the bytes of one read. What came in one read counts: a character after an escape in the same read is Alt and
  /// that character, text after an Enter is a paste.
  ///
  /// @param now milliseconds on any clock that never goes back
  public void feed(byte[] bytes, int offset, int length, long now) {
    wake(now);
    int at = offset;
    int end = offset + length;
    while (state == State.UTF8 && at < end) {
      step(bytes[at++] & 0xFF);
    }
    if (state == State.GROUND && unbracketed.recognises(bytes, at, end - at, now)) {
      int whole = Utf8Unit.wholeEnd(bytes, at, end);
      read.add(Key.paste(unbracketed.text(bytes, at, whole)));
      at = whole;
    }
    for (; at < end; at++) {
      step(bytes[at] & 0xFF);
    }
    since = now;
    deliver();
  }

  /// Milliseconds until [#wake] has something to decide; -1 if nothing waits.
  public int wakeIn(long now) {
    int limit = limit();
    return limit < 0 ? -1 : (int) Math.max(0, since + limit - now);
  }

  /// Decides what a half sequence meant, if its time is over.
  public void wake(long now) {
    if (wakeIn(now) == 0) {
      expire();
      deliver();
    }
  }

  private int limit() {
    return switch (state) {
      case GROUND -> -1;
      case PASTE -> PASTE_MILLIS;
      case ESCAPE -> escapeMillis;
      case STRING -> count == 0 ? escapeMillis : SEQUENCE_MILLIS;
      case UTF8, SS3, CSI, LINUX_CONSOLE, OLD_MOUSE -> SEQUENCE_MILLIS;
    };
  }

  private void expire() {
    switch (state) {
      case PASTE -> {
        // Its end was lost with the line: what came is better than a keyboard that is deaf for ever.
        finish(Key.paste(paste.text()));
        paste.clear();
        return;
      }
      case ESCAPE -> emitEscapes();
      case SS3 -> emitLoneIntroducer("O");
      case CSI -> emitLoneIntroducer("[");
      case STRING -> {
        if (count == 0) {
          emit(Key.alt(String.valueOf((char) introducer)));
        }
      }
      case GROUND, UTF8, LINUX_CONSOLE, OLD_MOUSE -> {
      }
    }
    ground();
  }

  private void emitEscapes() {
    if (alt) {
      emit(Key.of(KeyCode.ESCAPE));
    }
    emit(Key.of(KeyCode.ESCAPE));
  }

  private void emitLoneIntroducer(String introducer) {
    if (parameters.isEmpty()) {
      emit(Key.alt(introducer));
    }
  }

  private void ground() {
    state = State.GROUND;
    alt = false;
  }

  private void step(int b) {
    switch (state) {
      case GROUND -> stepGround(b);
      case UTF8 -> stepUtf8(b);
      case ESCAPE -> stepEscape(b);
      case SS3 -> stepSs3(b);
      case CSI -> stepCsi(b);
      case LINUX_CONSOLE -> finish(KeySequences.linuxConsole(b));
      case OLD_MOUSE -> stepOldMouse();
      case STRING -> stepString(b);
      case PASTE -> stepPaste(b);
    }
  }

  private void stepGround(int b) {
    if (b == ESC) {
      state = State.ESCAPE;
    } else if (b < 0x80) {
      finish(KeySequences.single(b, alt));
    } else if (unit.start(b)) {
      state = State.UTF8;
    } else {
      ground();
    }
  }

  private void stepUtf8(int b) {
    if (!unit.add(b)) {
      ground();
      stepGround(b);
    } else if (unit.complete()) {
      String text = unit.text();
      finish(text.isEmpty() ? null : new Key(KeyCode.TEXT, text, false, alt, false));
    }
  }

  private void stepEscape(int b) {
    switch (b) {
      case ESC -> {
        if (alt) {
          emit(Key.of(KeyCode.ESCAPE));
        }
        alt = true;
      }
      case '[' -> open(State.CSI);
      case 'O' -> open(State.SS3);
      case ']', 'P' -> {
        open(State.STRING);
        introducer = b;
      }
      default -> {
        alt = true;
        stepGround(b);
      }
    }
  }

  private void open(State sequence) {
    state = sequence;
    parameters.setLength(0);
    count = 0;
    previous = 0;
  }

  private void stepSs3(int b) {
    if (b >= '0' && b <= '9' && parameters.isEmpty()) {
      parameters.append((char) b);
    } else if (b < ' ' || b >= 0x7F) {
      abandon(b);
    } else {
      finish(withAlt(KeySequences.ss3(parameters.toString(), (char) b)));
    }
  }

  private void stepCsi(int b) {
    boolean shiftOfRxvt = b == '$' && KeySequences.isNumber(parameters);
    if (b == '[' && parameters.isEmpty()) {
      state = State.LINUX_CONSOLE;
    } else if (b >= '@' && b < 0x7F || shiftOfRxvt) {
      finishCsi((char) b);
    } else if (b >= ' ' && b < '@') {
      if (parameters.length() < MOST_PARAMETERS) {
        parameters.append((char) b);
      }
    } else {
      abandon(b);
    }
  }

  private void finishCsi(char last) {
    String given = parameters.toString();
    if (last == '~' && given.equals("200")) {
      paste.clear();
      open(State.PASTE);
    } else if (last == 'M' && given.isEmpty()) {
      open(State.OLD_MOUSE);
    } else if (Reply.answers(given, last)) {
      replies.accept(new Reply('[', given + last));
      ground();
    } else {
      finish(given.length() < MOST_PARAMETERS ? withAlt(KeySequences.csi(given, last)) : null);
    }
  }

  private void stepOldMouse() {
    count++;
    if (count == 3) {
      ground();
    }
  }

  private void stepString(int b) {
    boolean terminated = b == 0x07 || (b == '\\' && previous == ESC);
    if (terminated || b == 0x18 || b == 0x1A) {
      if (terminated) {
        replies.accept(new Reply((char) introducer, parameters.toString()));
      }
      ground();
    } else if (b != ESC && parameters.length() < MOST_OF_STRING) {
      parameters.append((char) b);
    }
    previous = b;
    count = 1;
  }

  private void stepPaste(int b) {
    if (paste.add(b)) {
      finish(Key.paste(paste.text()));
      paste.clear();
    }
  }

  /// A sequence that breaks off means nothing; the byte that broke it counts.
  private void abandon(int b) {
    ground();
    stepGround(b);
  }

  private Key withAlt(Key key) {
    return key == null || !alt ? key : new Key(key.code(), key.text(), key.ctrl(), true, key.shift());
  }

  /// Back to the ground, with the key that came of it; null swallows.
  private void finish(Key key) {
    if (key != null) {
      emit(key);
    }
    ground();
  }

  private void emit(Key key) {
    read.add(key);
  }

  private void deliver() {
    WheelArrows.replace(read);
    read.forEach(keys);
    read.clear();
  }
}
