package dev.chatstream.testing;

import java.io.IOException;

/// How the scripted server answers a chat.
@FunctionalInterface
public interface Scenario {

  /// Answers; runs on the connection's own virtual thread, so it may block. A connection whose reply was not ended by
  /// [Reply#end] is closed afterwards.
  void answer(Request request, Reply reply) throws IOException, InterruptedException;
}
