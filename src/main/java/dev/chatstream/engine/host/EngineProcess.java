package dev.chatstream.engine.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The running engine: a child process with a loopback port and a secret of its own. Safe for any thread.
public final class EngineProcess implements AutoCloseable {
  private static final int SECRET_BYTES = 32;
  private static final long GRACE_MILLIS = 1_500;

  private final Process child;
  private final EngineModel model;
  private final String secret;
  private final Writer childInput;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile URI uri;

  EngineProcess(Process child, EngineModel model) {
    this.child = child;
    this.model = model;
    this.secret = newSecret();
    this.childInput = child.outputWriter(StandardCharsets.US_ASCII);
  }

  private static String newSecret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// Fetches the model if need be, starts the child and waits until it answers. Blocks, so call it on a worker; an
  /// interrupt cancels it at any stage and leaves no process behind.
  ///
  /// @throws EngineException when it can't start; the listener has heard the same sentence
  public static EngineProcess start(EngineOptions options, EngineListener listener)
      throws EngineException, InterruptedException {
    return new EngineStart(options, listener).run();
  }

  /// The secret goes over a pipe that only the child reads: arguments and environments can be seen by others.
  void handSecretOver() throws IOException {
    childInput.write(secret + "\n");
    childInput.flush();
  }

  void answersAt(URI where) {
    uri = where;
  }

  BufferedReader output() {
    return child.inputReader(StandardCharsets.UTF_8);
  }

  BufferedReader errors() {
    return child.errorReader(StandardCharsets.UTF_8);
  }

  int awaitExit() throws InterruptedException {
    return child.waitFor();
  }

  boolean wasClosed() {
    return closed.get();
  }

  /// Where it answers, as `http://127.0.0.1:PORT`.
  public URI uri() {
    return uri;
  }

  /// What each call carries as `Authorization: Bearer`.
  public String secret() {
    return secret;
  }

  /// The model's name in the API.
  public String model() {
    return model.name();
  }

  /// The child's process id.
  public long pid() {
    return child.pid();
  }

  /// Whether the child still runs.
  public boolean alive() {
    return child.isAlive();
  }

  /// Ends the child: the closed pipe asks it to, and what doesn't follow within 1.5 s is killed. May be called twice.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      childInput.close();
      if (!child.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        child.destroyForcibly();
      }
    } catch (IOException brokenPipe) {
      child.destroyForcibly();
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
