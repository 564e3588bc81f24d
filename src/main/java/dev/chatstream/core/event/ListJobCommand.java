package dev.chatstream.core.event;

/// Work on whole lists that may take long: a job like those of the doctor, with its progress, and stopped like them.
public sealed interface ListJobCommand extends Command.ForCare {

  /// Find the doubles in a list.
  ///
  /// @param near also those that are only alike
  record FindDoubles(String list, boolean near) implements ListJobCommand {}
}
