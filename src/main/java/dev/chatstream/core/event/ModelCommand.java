package dev.chatstream.core.event;

import dev.chatstream.core.model.ChatRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Calls about models, which need a server but no turn.
public sealed interface ModelCommand extends Command {

  /// See which models are in the server's memory.
  ///
  /// @param turn the turn that began with it; empty when none did
  record AskLoaded(Optional<UUID> turn) implements ModelCommand {}

  /// Load a model before it is asked anything.
  ///
  /// @param contextTokens the window that its questions will have: another one would load it anew
  record Warm(String model, int contextTokens) implements ModelCommand {}

  /// Let the server fetch a model, after those that are being fetched; what it has of it stays.
  record PullModel(String name) implements ModelCommand {}

  /// Stop fetching it; what came stays with the server.
  record StopPull(String name) implements ModelCommand {}

  /// Say no more of a pull that was stopped or broke off.
  record ForgetPull(String name) implements ModelCommand {}

  /// Delete a model from the server's disk.
  record DeleteModel(String name) implements ModelCommand {}

  /// Give a model a second name.
  record CopyModel(String from, String to) implements ModelCommand {}

  /// Let a model write a summary; one that is being written is given up.
  ///
  /// @param messages what it sums up
  record Summarise(List<UUID> messages, ChatRequest request) implements ModelCommand {}

  /// Nobody wants the summary any more.
  record StopSummary() implements ModelCommand {}

  /// Read which parameters a model brings along.
  record AskUsual(String name) implements ModelCommand {}

  /// Read all that the server tells about a model.
  record ShowModel(String name) implements ModelCommand {}
}
