package dev.chatstream.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/// A model server for tests, on loopback: it answers a chat by the script of the model's name ([Scenarios]), and keeps
/// what it was asked. Raw sockets, so that it can do wrong whatever a server, a proxy or a line can do wrong.
public final class ScriptedOllama implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket listener;
  private final Map<String, Scenario> scripts = new ConcurrentHashMap<>(Scenarios.all());
  private final Map<String, Scenario> pages = new ConcurrentHashMap<>(Pages.all());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Request> requests = new ArrayList<>();
  private final Thread acceptor = Thread.ofVirtual().name("scripted-ollama").unstarted(this::accept);
  private int running;

  private final String scheme;

  private ScriptedOllama(String scheme, ServerSocket listener) {
    this.scheme = scheme;
    this.listener = listener;
  }

  /// Starts a server on a free port that speaks TLS only, with the certificate of this context.
  public static ScriptedOllama startSecure(SSLContext identity) {
    return start("https", identity.getServerSocketFactory());
  }

  /// Starts a server on a free port.
  public static ScriptedOllama start() {
    return start("http", ServerSocketFactory.getDefault());
  }

  private static ScriptedOllama start(String scheme, ServerSocketFactory sockets) {
    try {
      ServerSocket listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      ScriptedOllama server = new ScriptedOllama(scheme, listener);
      server.acceptor.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its address, such as `http://127.0.0.1:40123`.
  public URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
  }

  /// Says how a chat with this model is answered.
  public ScriptedOllama script(String model, Scenario scenario) {
    scripts.put(model, scenario);
    return this;
  }

  /// Says how another path, such as `/api/tags`, is answered.
  public ScriptedOllama page(String path, Scenario scenario) {
    pages.put(path, scenario);
    return this;
  }

  /// What came so far, oldest first.
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /// The chats among [#requests].
  public List<Request> chats() {
    return requests().stream().filter(request -> request.path().equals("/api/chat")).toList();
  }

  /// Blocks until this many requests have come.
  public synchronized void awaitRequests(int count) throws InterruptedException {
    while (requests.size() < count) {
      wait();
    }
  }

  /// Blocks until no answer is under way: each was ended, or its client has gone.
  public synchronized void awaitIdle() throws InterruptedException {
    while (running > 0) {
      wait();
    }
  }

  /// Connections taken so far.
  public int connections() {
    return connections.get();
  }

  /// Stops it: when this returns, nobody listens on its port any more.
  @Override
  public void close() {
    try {
      listener.close();
      acceptor.join();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        int number = connections.incrementAndGet();
        Thread.ofVirtual().name("scripted-ollama-", number).start(() -> serve(socket, number));
      } catch (IOException e) {
        return; // closed: the end of the test
      }
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      boolean goOn = true;
      for (int number = 1; goOn; number++) {
        Request request = RequestReader.read(in, connection, number);
        goOn = request != null && answer(request, socket);
      }
    } catch (IOException e) {
      // The client has gone; whatever it missed, its own test tells.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private boolean answer(Request request, Socket socket) throws IOException, InterruptedException {
    note(request);
    try {
      boolean chat = request.path().equals("/api/chat");
      String model = chat ? JSON.readTree(request.body()).path("model").asText() : "";
      Reply reply = new Reply(socket, model);
      Map<String, Scenario> known = chat ? scripts : pages;
      String key = chat ? model : request.path();
      String words = chat ? "model '" + model + "' not found" : "no such page";
      Scenario missing = (asked, answer) -> answer.error(404, words);
      known.getOrDefault(key, missing).answer(request, reply);
      return reply.isEnded();
    } finally {
      noteEnd();
    }
  }

  private synchronized void note(Request request) {
    requests.add(request);
    running++;
    notifyAll();
  }

  private synchronized void noteEnd() {
    running--;
    notifyAll();
  }
}
