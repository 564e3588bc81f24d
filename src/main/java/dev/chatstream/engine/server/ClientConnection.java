package dev.chatstream.engine.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One client. Its own thread reads; each call is answered on a second thread, and while that works the first one goes
/// on reading: so a close is seen at once, and interrupts the work.
final class ClientConnection {
  private static final int READ_MILLIS = 30_000;

  private final Socket socket;
  private final LoopbackServer.CallHandler handler;

  ClientConnection(Socket socket, LoopbackServer.CallHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_MILLIS);
      HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream(),
          handler::admit);
      boolean more = reader.awaitMore();
      while (more) {
        more = call(reader);
      }
    } catch (SocketTimeoutException e) {
      Log.line("a client sent nothing, or half a call; closed");
    } catch (IOException e) {
      Log.debug("a connection ended: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean call(HttpReader reader) throws IOException, InterruptedException {
    HttpRequest request;
    try {
      socket.setSoTimeout(READ_MILLIS);
      request = reader.read();
      socket.setSoTimeout(0);
    } catch (ApiException e) {
      new HttpReply(socket.getOutputStream(), false).error(e.status(), e.getMessage());
      return false;
    }
    AtomicBoolean goOn = new AtomicBoolean();
    Thread work = Thread.ofVirtual().name("call").start(() -> goOn.set(answerThenClose(request)));
    boolean more = false;
    try {
      more = reader.awaitMore();
    } catch (IOException e) {
      Log.debug(request.path() + ": the connection ended: " + e.getMessage());
    } finally {
      if (!more) {
        work.interrupt();
      }
      work.join();
    }
    return more && goOn.get();
  }

  /// A connection that carries no more calls is closed here, which wakes the reading thread.
  private boolean answerThenClose(HttpRequest request) {
    boolean goOn = answer(request) && request.keepAlive();
    if (!goOn) {
      try {
        socket.shutdownOutput();
        socket.close();
      } catch (IOException e) {
        Log.debug(request.path() + ": the connection was closed already: " + e.getMessage());
      }
    }
    return goOn;
  }

  /// @return whether the answer is whole, so that the connection can carry another
  private boolean answer(HttpRequest request) {
    try {
      HttpReply reply = new HttpReply(socket.getOutputStream(), request.keepAlive());
      try {
        handler.handle(request, reply);
      } catch (ApiException e) {
        Log.line(request.method() + " " + request.path() + ": " + e.status() + " " + e.getMessage());
        reply.error(e.status(), e.getMessage());
      } catch (RuntimeException e) {
        Log.failure(request.method() + " " + request.path(), e);
        reply.error(500, "the engine has a fault; its log says more");
      }
      return reply.ended();
    } catch (InterruptedException e) {
      Log.line(request.method() + " " + request.path() + ": the client closed the connection; stopped");
      return false;
    } catch (IOException e) {
      Log.debug(request.method() + " " + request.path() + ": " + e.getMessage());
      return false;
    }
  }
}
