package dev.chatstream.core.run;

import java.util.List;

/// The server of the chat, as far as a new run goes by it.
///
/// @param model who answers there; empty for nobody
/// @param models all that it has
public record ServerModels(String model, List<String> models) {

  /// Copies the list, so that it never changes.
  public ServerModels {
    models = List.copyOf(models);
  }
}
