package dev.chatstream.model;

import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelPage;
import java.util.List;

/// What a server does with its models besides answering. Every call blocks, and interrupting it ends it with
/// [dev.chatstream.core.failure.ModelError.Cancelled]. Uses no connection of a chat. Thread-safe.
public interface ModelKeeper {

  /// Takes how far a pull is.
  @FunctionalInterface
  interface PullSink {
    /// Called on the calling thread for each line of the stream.
    ///
    /// @param what the server says it is doing
    /// @param done bytes so far, of all parts that were named
    /// @param total bytes of all parts that were named
    void progress(String what, long done, long total);
  }

  /// Which models are in its memory. Waits no longer than a few seconds.
  List<LoadedModel> loaded() throws ModelException;

  /// Loads a model without asking it anything, and for as long as the server's default; returns when it is there.
  ///
  /// @param contextTokens the window
  void load(String model, int contextTokens) throws ModelException;

  /// Fetches a model; returns when the server has called it whole. What came before it broke off or was interrupted
  /// stays with the server, and the next call goes on from there.
  void pull(String name, PullSink sink) throws ModelException;

  /// Deletes a model from its disk.
  void delete(String name) throws ModelException;

  /// Gives a model a second name.
  void copy(String from, String to) throws ModelException;

  /// All that it tells about a model.
  ModelPage page(String name) throws ModelException;
}
