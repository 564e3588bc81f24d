package dev.chatstream.care.clean;

import dev.chatstream.store.StoreException;
import java.util.List;

/// What a clean-up would remove. Nothing has been changed.
public record CleanPlan(List<Planned> planned) {

  /// Removes one thing.
  @FunctionalInterface
  interface Removal {
    void remove() throws StoreException;
  }

  /// One thing, and how it is removed.
  public record Planned(Leftover leftover, Removal removal) {}

  /// The things alone.
  public List<Leftover> leftovers() {
    return planned.stream().map(Planned::leftover).toList();
  }

  /// What all of it frees.
  public long bytes() {
    return planned.stream().mapToLong(each -> each.leftover().bytes()).sum();
  }
}
