package dev.chatstream.run;

import dev.chatstream.core.run.RunProgress;

/// Hears how a run goes. Called on threads of the run; must not block for long.
public interface RunListener {

  /// What became of this row is on the disk.
  default void ended(int job) {}

  /// Something that a person should read, as a sentence.
  default void told(String sentence) {}

  /// It paused by itself, because rows failed alike, or all would; [#told] says why.
  default void paused() {}

  /// How far it is; with each tick.
  default void progress(RunProgress progress) {}
}
