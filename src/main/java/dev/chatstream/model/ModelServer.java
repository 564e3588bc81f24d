package dev.chatstream.model;

import dev.chatstream.core.model.ModelInfo;
import java.util.List;

/// A server with models. Every call blocks for as long as the server takes (ten seconds at most, a chat aside).
/// Interrupting one ends it with [dev.chatstream.core.failure.ModelError.Cancelled], as with a chat. Thread-safe.
public interface ModelServer extends ChatModel {

  /// Where it is.
  Endpoint endpoint();

  /// Its version, such as `0.33.1`. The cheapest way to see whether a server answers.
  String version() throws ModelException;

  /// The models that it has, sorted by name. Older servers leave capabilities and context length out here:
  /// [#details] asks for them.
  List<ModelInfo> models() throws ModelException;

  /// What only its details tell about a model, its window and capabilities; its size on disk stands in the list alone.
  ModelInfo details(String name) throws ModelException;

  /// Loads what a chat needs and opens a connection, so that the first question doesn't wait for it. Blocks for some
  /// hundred milliseconds on a cold start, so it is called on a virtual thread after the first frame. Says nothing when
  /// no server answers: the first real call will.
  void warm();

  /// What it does with its models besides answering.
  ModelKeeper keeper();
}
