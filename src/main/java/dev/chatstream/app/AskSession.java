package dev.chatstream.app;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ContextEstimate;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.model.ModelChoice;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.store.HostsFile;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.file.DataRoot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// One question without a screen: finds the server, chooses the model, streams the answer. Close it to end the embedded
/// engine, if it was started.
public final class AskSession implements AutoCloseable {

  private final Options options;
  private final DataRoot root;
  private final Map<String, String> environment;
  private EngineServer engine;

  /// Who reads the answer.
  public interface Reader {
    /// Takes a piece.
    ///
    /// @throws InterruptedException to end the answer
    void take(String piece) throws InterruptedException;
  }

  /// Why there is no answer, or only a part of one.
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean noModel;
    private final boolean began;

    Refused(String sentence, boolean noModel, boolean began) {
      super(sentence);
      this.noModel = noModel;
      this.began = began;
    }

    /// True when there is no server or no model; false when the answer failed.
    public boolean noModel() {
      return noModel;
    }

    /// True when a part of the answer came.
    public boolean began() {
      return began;
    }
  }

  /// @param root where the choices of the last time stand
  public AskSession(Options options, DataRoot root, Map<String, String> environment) {
    this.options = options;
    this.root = root;
    this.environment = environment;
  }

  /// Asks; blocks until the answer has ended.
  ///
  /// @param piece gets each piece of the answer
  /// @param progress gets a line now and then while the engine starts
  public void ask(String question, Reader piece, Consumer<String> progress)
      throws Refused, InterruptedException {
    boolean[] began = new boolean[1];
    try {
      ModelServer server = options.embedded() ? engine(progress) : server();
      List<ModelInfo> models = server.models();
      String model = ModelChoice.among(models, options.model().orElse(remembered()), "");
      if (options.model().isPresent() && !ModelChoice.names(options.model().get(), model)) {
        throw new Refused(new ModelError.ModelNotFound(options.model().get()).happened(), true, false);
      }
      if (model.isEmpty()) {
        throw new Refused(server.endpoint().label() + " has no model that can chat.", true, false);
      }
      Optional<ModelInfo> known = models.stream()
          .filter(info -> info.name().equals(model))
          .findFirst()
          .map(info -> ServerLink.filledIn(server, info));
      server.chat(request(model, known, question), (text, thinking) -> {
        if (!thinking) {
          began[0] = true;
          piece.take(text);
        }
      });
    } catch (ModelException failed) {
      Logger.warn(failed.error().happened());
      throw new Refused(failed.error().happened(), !began[0] && nobodyThere(failed.error()), began[0]);
    }
  }

  /// The screen's own window; a larger one where the question needs it and the model has it.
  private static ChatRequest request(String model, Optional<ModelInfo> known, String question) throws Refused {
    Message message = Message.fromUser(Ids.next(Instant.now()), Optional.empty(), question, Instant.now());
    List<Message> history = List.of(message);
    int needed = ContextEstimate.tokens(history);
    int usual = ContextWindow.of(ChatState.DEFAULT_CONTEXT, known);
    int window = needed <= usual ? usual : ContextWindow.holding(needed, known);
    if (window == 0) {
      int longest = known.map(ModelInfo::contextLength).orElse(usual);
      throw new Refused(new ModelError.ContextOverflow(needed, longest).happened(), false, false);
    }
    return new ChatRequest(model, history, window, Map.of());
  }

  private static boolean nobodyThere(ModelError error) {
    return error instanceof ModelError.Unreachable
        || error instanceof ModelError.BadAddress
        || error instanceof ModelError.Untrusted
        || error instanceof ModelError.Protocol
        || error instanceof ModelError.Timeout
        || error instanceof ModelError.ModelNotFound;
  }

  private String remembered() {
    return new StateFile(root).read().state().model();
  }

  private ModelServer server() throws ModelException {
    String last = new StateFile(root).read().state().host();
    Hosts hosts = new Hosts(new HostsFile(root)::read, environment, Keys.of(environment), Logger::warn);
    return hosts.known(Parts.address(options, environment, last)).server();
  }

  private ModelServer engine(Consumer<String> progress) throws Refused, ModelException, InterruptedException {
    try {
      Engine.Starter starter = Engine.starter(Parts.engine(options, environment));
      EngineProgress heard = new EngineProgress(progress);
      engine = new EngineServer(starter.start(ChatState.DEFAULT_CONTEXT, heard), starter, heard);
      return engine;
    } catch (EngineException failed) {
      throw new Refused(failed.sentence(), true, false);
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
