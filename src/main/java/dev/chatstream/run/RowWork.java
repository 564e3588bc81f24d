package dev.chatstream.run;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.TokenSink;
import dev.chatstream.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model about one row. Blocks.
final class RowWork {

  private final RunPlan plan;
  private final Committer committer;
  private final RunPace pace;
  private final InstantSource clock;

  RowWork(RunPlan plan, Committer committer, RunPace pace, InstantSource clock) {
    this.plan = plan;
    this.committer = committer;
    this.pace = pace;
    this.clock = clock;
  }

  /// Asks, once it is on the disk that it is about to ask.
  ///
  /// @return what it cost; the answer is in the ticket
  Metrics ask(Ticket ticket, FrozenRow row) throws ModelException, StoreException, InterruptedException {
    ChatRequest request = request(plan, ticket.lane().model(plan.model(ticket.job())), row.prompt(), clock.instant());
    committer.await(committer.give(new RunRecord.Began(ticket.job(), ticket.attempt(), clock.instant())));
    return ticket.server().chat(request, sink(ticket));
  }

  private TokenSink sink(Ticket ticket) {
    return new TokenSink() {
      private final StringBuilder part = new StringBuilder();
      private long last = System.nanoTime();

      @Override
      public void token(String text, boolean thinking) {
        if (thinking) {
          ticket.sign();
          return;
        }
        ticket.hear(text);
        part.append(text);
        long now = System.nanoTime();
        if (now - last >= pace.partial().toNanos()) {
          committer.givePart(new RunRecord.Came(ticket.job(), ticket.attempt(), part.toString()));
          part.setLength(0);
          last = now;
        }
      }
    };
  }

  /// The question, in the usual window; in a larger one where it needs that and the model has it.
  ///
  /// @throws ModelException when it doesn't fit
  static ChatRequest request(RunPlan plan, Optional<ModelInfo> model, String prompt, Instant now)
      throws ModelException {
    ChatSettings settings = plan.settings();
    List<Message> messages = new ArrayList<>();
    if (!settings.system().isBlank()) {
      messages.add(Message.fromSystem(Ids.next(now), settings.system(), now));
    }
    messages.add(Message.fromUser(Ids.next(now), Optional.empty(), prompt, now));
    int needed = ContextEstimate.tokens(messages);
    int window = ContextWindow.of(settings.window(ChatState.DEFAULT_CONTEXT), model);
    boolean set = settings.values().containsKey(Parameter.NUM_CTX);
    if (needed > window) {
      int larger = set ? 0 : ContextWindow.holding(needed, model);
      if (larger == 0) {
        int longest = set ? window : model.map(ModelInfo::contextLength).orElse(window);
        throw new ModelException(new ModelError.ContextOverflow(needed, longest));
      }
      window = larger;
    }
    String name = model.map(ModelInfo::name).orElseThrow();
    return new ChatRequest(name, messages, window, settings.options(model));
  }
}
