package dev.chatstream.model;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.model.ChatRequest;

/// Whoever answers a question.
public interface ChatModel {

  /// Sends the question and hands on the answer as it comes. Blocks until the answer has ended, so it is called on a
  /// thread of its own, best a platform thread. Any number of chats may run at once.
  ///
  /// Interrupting the thread stops it: the connection closes, and the call ends with
  /// [dev.chatstream.core.failure.ModelError.Cancelled]. The interrupt is used up by that, so the thread can go on to
  /// publish what happened.
  ///
  /// @param sink is called on the calling thread, in the order of the stream
  /// @return what the turn cost; only an answer that the server called done returns
  /// @throws ModelException for everything else; what the sink was given by then stands
  Metrics chat(ChatRequest request, TokenSink sink) throws ModelException;
}
