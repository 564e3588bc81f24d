package dev.chatstream.core.model;

import java.util.Optional;

/// How large a window to ask for. A model whose own limit is not known is taken to have none.
public final class ContextWindow {

  private ContextWindow() {}

  /// The wanted window, but no more than the model was made for.
  ///
  /// @param wanted in tokens
  public static int of(int wanted, Optional<ModelInfo> model) {
    int longest = longest(model);
    return longest > 0 ? Math.min(longest, wanted) : wanted;
  }

  /// The smallest power of two that holds this many tokens, or all that the model has where only that does; 0 when not
  /// even that does.
  public static int holding(int needed, Optional<ModelInfo> model) {
    int window = needed <= 1 << 30 ? Integer.highestOneBit(Math.max(needed - 1, 1)) << 1 : 0;
    int longest = longest(model);
    return longest > 0 && window > longest ? (needed <= longest ? longest : 0) : window;
  }

  private static int longest(Optional<ModelInfo> model) {
    return model.map(ModelInfo::contextLength).orElse(0);
  }
}
