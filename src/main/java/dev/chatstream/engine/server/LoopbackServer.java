package dev.chatstream.engine.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Listens on a free port of 127.0.0.1 and gives each connection a virtual thread.
///
/// Why not the JDK's HttpServer: it tells a handler of a closed connection only when a write fails, so work on a long
/// prompt would go on for seconds after the person stopped it.
final class LoopbackServer implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 24;
  private static final int BACKLOG = 64;

  private final ServerSocket socket;
  private final CallHandler handler;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);

  /// What answers calls.
  interface CallHandler {

    /// Lets a call in by its headers, or throws.
    void admit(Map<String, String> headers) throws ApiException;

    /// Answers it. An interrupt means that the client is gone.
    void handle(HttpRequest request, HttpReply reply) throws IOException, ApiException, InterruptedException;
  }

  LoopbackServer(CallHandler handler) throws IOException {
    this.handler = handler;
    this.socket = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Accepts connections until the server is closed.
  void serve() throws IOException {
    while (!socket.isClosed()) {
      Socket client;
      try {
        client = socket.accept();
      } catch (IOException e) {
        if (socket.isClosed()) {
          return;
        }
        throw e;
      }
      accept(client);
    }
  }

  private void accept(Socket client) {
    if (!room.tryAcquire()) {
      refuse(client);
      return;
    }
    Thread.ofVirtual().name("connection").start(() -> {
      try {
        new ClientConnection(client, handler).run();
      } finally {
        room.release();
      }
    });
  }

  private static void refuse(Socket client) {
    try (client) {
      new HttpReply(client.getOutputStream(), false).error(503, "server busy: too many connections");
    } catch (IOException e) {
      Log.debug("a refused connection ended: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
