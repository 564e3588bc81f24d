package dev.chatstream.model;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The HTTP clients of the program: one for plain addresses, one for encrypted ones, each made when first needed and
/// kept to the end. (ollama4j makes one for each call: ten times the time, and threads that stay until the collector
/// comes by.)
final class HttpClients {

  /// How long a connection may take to come about.
  static final Duration CONNECT = Duration.ofSeconds(5);

  /// How long the JDK keeps an idle connection (its property `jdk.httpclient.keepalive.timeout`, default 30 s).
  static final Duration KEPT_OPEN = Duration.ofSeconds(30);

  private static final class Plain {
    /// Without certificates: the JDK reads them all when a client is made, 50 ms and 6 MB that a plain address never
    /// needs. With none to trust, an encrypted connection over this client could only fail.
    static final HttpClient CLIENT =
        builder().sslContext(trustingNobody()).proxy(HttpClient.Builder.NO_PROXY).build();
  }

  private static final class Secure {
    static final HttpClient CLIENT = builder().build();
  }

  private HttpClients() {}

  static HttpClient of(Endpoint endpoint) {
    return endpoint.isSecure() ? Secure.CLIENT : Plain.CLIENT;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .executor(virtualThreads());
  }

  private static Executor virtualThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
  }

  private static SSLContext trustingNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
