package dev.chatstream.faults;

import dev.chatstream.testing.disk.Call;
import dev.chatstream.testing.disk.Watcher;
import java.util.ArrayList;
import java.util.List;

/// Writes down each call that changes a disk, in its order.
final class Recorder implements Watcher {

  private final List<Call> calls = new ArrayList<>();

  List<Call> calls() {
    return calls;
  }

  @Override
  public void after(Call call) {
    switch (call.kind()) {
      case OPEN, CREATE, WRITE, FORCE, FORCE_FOLDER, CUT, RENAME, LINK, DELETE, MAKE_FOLDER -> calls.add(call);
      case READ, LOCK, LIST, LOOK -> {
        // These leave nothing behind.
      }
    }
  }
}
