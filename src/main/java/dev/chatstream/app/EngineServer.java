package dev.chatstream.app;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelKeeper;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.TokenSink;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.tinylog.Logger;

/// The embedded engine as a model server, whatever process serves it just now. The binding never gives a window's
/// memory back, so a question that wants a larger window gets a new process: the questions before it are answered
/// first, those after it wait, it goes on by itself, and the old process ends with all its memory. The new one is up
/// before the old one goes, so a start that fails or is stopped takes nothing away. Thread-safe.
final class EngineServer implements ModelServer, AutoCloseable {

  private final Engine.Starter starter;
  private final Listener listener;
  /// Fair, so that nobody overtakes. Questions hold it for reading, a change of the process for writing.
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock(true);
  private volatile Engine current;
  private boolean closed;

  /// Hears of the engine what it does besides answering. Called on the threads of questions and of engines.
  interface Listener {

    /// It starts anew with this window, which takes some seconds.
    void growing(int contextTokens);

    /// Its process ended by itself; a sentence for a person.
    void ended(String sentence);

    /// A line for the log.
    void line(String line);
  }

  /// @param first runs already
  /// @param starter starts the others
  EngineServer(Engine first, Engine.Starter starter, Listener listener) {
    this.current = first;
    this.starter = starter;
    this.listener = listener;
  }

  /// Whether its process runs.
  boolean alive() {
    return current.alive().getAsBoolean();
  }

  @Override
  public Metrics chat(ChatRequest request, TokenSink sink) throws ModelException {
    Engine engine;
    try {
      engine = enter(request);
    } catch (InterruptedException stopped) {
      throw new ModelException(new ModelError.Cancelled(), stopped);
    }
    try {
      return engine.server().chat(request, sink);
    } finally {
      use.readLock().unlock();
    }
  }

  /// The engine that answers this question; nobody changes it until the caller gives the lock back.
  private Engine enter(ChatRequest request) throws ModelException, InterruptedException {
    use.readLock().lockInterruptibly();
    if (holds(request)) {
      return current;
    }
    use.readLock().unlock();
    use.writeLock().lockInterruptibly();
    try {
      if (!holds(request)) {
        grow(request);
      }
      use.readLock().lock();
      return current;
    } finally {
      use.writeLock().unlock();
    }
  }

  private boolean holds(ChatRequest request) {
    return request.contextTokens() <= current.contextTokens();
  }

  /// No larger than the model was made for: the engine would not do more either.
  private void grow(ChatRequest request) throws ModelException, InterruptedException {
    int longest = details(request.model()).contextLength();
    int wanted = longest > 0 ? Math.min(longest, request.contextTokens()) : request.contextTokens();
    if (wanted > current.contextTokens()) {
      Logger.info("the built-in engine starts anew with a window of {} tokens", wanted);
      listener.growing(wanted);
      change(started(wanted));
    }
  }

  private Engine started(int wanted) throws ModelException, InterruptedException {
    Replacement replacement = new Replacement();
    try {
      Engine larger = starter.start(wanted, replacement);
      replacement.up = true;
      return larger;
    } catch (EngineException failed) {
      throw new ModelException(new ModelError.Unsupported(
          "it doesn't load with a window of " + wanted + " tokens (" + failed.sentence() + ")"), failed);
    }
  }

  private void change(Engine larger) throws InterruptedException {
    Engine before = current;
    synchronized (this) {
      if (closed) {
        before = larger;
      } else {
        current = larger;
      }
    }
    before.end().run();
    if (before == larger) {
      throw new InterruptedException("closed meanwhile");
    }
  }

  @Override
  public Endpoint endpoint() {
    return current.server().endpoint();
  }

  @Override
  public String version() throws ModelException {
    return current.server().version();
  }

  @Override
  public List<ModelInfo> models() throws ModelException {
    return current.server().models();
  }

  @Override
  public ModelInfo details(String name) throws ModelException {
    return current.server().details(name);
  }

  @Override
  public void warm() {
    current.server().warm();
  }

  @Override
  public ModelKeeper keeper() {
    return current.server().keeper();
  }

  /// Ends its process; a question that is being answered breaks off.
  @Override
  public void close() {
    Engine last;
    synchronized (this) {
      closed = true;
      last = current;
    }
    last.end().run();
  }

  /// Hears of a process that is to take the place of another. That it doesn't start is told by the question; that it
  /// ends later is news.
  private final class Replacement implements EngineListener {

    private volatile boolean up;

    @Override
    public void stage(EngineStage stage) {
      Logger.debug("engine: {}", stage);
    }

    @Override
    public void failed(String sentence) {
      if (up) {
        listener.ended(sentence);
      }
    }

    @Override
    public void line(String line) {
      listener.line(line);
    }
  }
}
