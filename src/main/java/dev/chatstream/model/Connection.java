package dev.chatstream.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One TCP connection, encrypted or not, used by one thread at a time. That thread itself waits in the socket; an
/// interrupt closes the connection and ends the wait at once. (Only a channel's socket does that on platform threads
/// too, and those wait for a fifth of the price of virtual ones: docs/adr/0004.)
final class Connection implements ByteSource, AutoCloseable {

  /// How long a connection may take to come about: each for the look-up, the connection, the handshake.
  static final Duration CONNECT = Duration.ofSeconds(5);

  /// How long an idle one is used again. Longer, and something on the way may have dropped it without a word.
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final SocketChannel channel;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private boolean heard;
  private long lastUse;

  private Connection(SocketChannel channel, Socket socket) throws IOException {
    this.channel = channel;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// @param trust says whom an encrypted connection trusts; empty for those that Java does
  static Connection open(Endpoint endpoint, Optional<SSLContext> trust) throws IOException, InterruptedException {
    SocketChannel channel = null;
    boolean opened = false;
    try {
      InetSocketAddress address = address(endpoint);
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, (int) CONNECT.toMillis());
      Connection connection =
          new Connection(
              channel, endpoint.isSecure() ? encrypt(channel.socket(), endpoint.uri(), trust) : channel.socket());
      opened = true;
      return connection;
    } catch (IOException e) {
      throw unlessInterrupted(e);
    } finally {
      if (channel != null && !opened) {
        channel.close();
      }
    }
  }

  /// Looking up a name can't be interrupted or timed, so that happens on another thread, which is left to itself when
  /// nobody waits for it any more.
  private static InetSocketAddress address(Endpoint endpoint) throws IOException, InterruptedException {
    String host = endpoint.uri().getHost();
    int port = endpoint.uri().getPort();
    if (endpoint.isLoopback()) {
      return new InetSocketAddress(host, port);
    }
    FutureTask<InetAddress> lookUp = new FutureTask<>(() -> InetAddress.getByName(host));
    Thread.ofVirtual().name("look-up").start(lookUp);
    try {
      return new InetSocketAddress(lookUp.get(CONNECT.toMillis(), TimeUnit.MILLISECONDS), port);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no address for " + host);
    }
  }

  private static SSLSocket encrypt(Socket plain, URI uri, Optional<SSLContext> trust) throws IOException {
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    SSLSocketFactory factory = trust.map(SSLContext::getSocketFactory)
        .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, uri.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout((int) CONNECT.toMillis());
    socket.startHandshake();
    return socket;
  }

  /// Sends a request.
  void send(byte[] bytes) throws IOException, InterruptedException {
    heard = false;
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw unlessInterrupted(e);
    }
  }

  @Override
  public int read(byte[] target, int from, int length, Duration patience) throws IOException, InterruptedException {
    try {
      socket.setSoTimeout(Math.max(1, Math.toIntExact(patience.toMillis())));
      int count = in.read(target, from, length);
      heard |= count > 0;
      return count;
    } catch (IOException e) {
      throw unlessInterrupted(e);
    }
  }

  /// Whether any byte came since the last request was sent.
  boolean wasHeard() {
    return heard;
  }

  /// Begins the time for which an idle connection is kept.
  void rest() {
    lastUse = System.nanoTime();
  }

  boolean isWorthATry() {
    return System.nanoTime() - lastUse < KEPT.toNanos();
  }

  /// Closes it at once, without the farewells of an encrypted one, which could block. Any thread.
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static IOException unlessInterrupted(IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      InterruptedException interrupt = new InterruptedException();
      interrupt.initCause(e);
      throw interrupt;
    }
    return e;
  }
}
