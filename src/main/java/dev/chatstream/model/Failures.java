package dev.chatstream.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.chatstream.core.failure.ModelError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Tells the kinds of failure apart: by status or by class, never by the words of a message.
final class Failures {

  private static final Duration ERROR_PAGE = Duration.ofSeconds(5);
  private static final int LONGEST_DETAIL = 200;

  private Failures() {}

  /// Why no answer came at all.
  static ModelError beforeHeaders(String host, IOException e) {
    if (e instanceof ProtocolException) {
      return new ModelError.Protocol(host, "no HTTP");
    }
    return distrust(e).<ModelError> map(why -> new ModelError.Untrusted(host, why))
        .orElseGet(() -> new ModelError.Unreachable(host, reason(e)));
  }

  /// What is wrong with a certificate, if that is what is wrong: the deepest cause says it best.
  private static Optional<String> distrust(Throwable thrown) {
    if (thrown == null) {
      return Optional.empty();
    }
    return distrust(thrown.getCause()).or(() -> switch (thrown) {
      case CertificateExpiredException old -> Optional.of("has expired");
      case CertificateNotYetValidException early -> Optional.of("isn't valid yet");
      case CertPathBuilderException unknown -> Optional.of("is vouched for by nobody whom this machine trusts");
      case CertificateException other -> Optional.of("isn't one for that address");
      default -> Optional.empty();
    });
  }

  private static String reason(IOException e) {
    return switch (e) {
      case SocketTimeoutException late -> "no connection in " + Connection.CONNECT.toSeconds() + " s";
      case NoRouteToHostException route -> "no way to that machine";
      case UnknownHostException unknown -> "unknown host";
      case ConnectException refused -> "connection refused";
      case SSLException ssl -> "it speaks no TLS; try http://";
      default -> "it hung up";
    };
  }

  /// Throws what a status other than 2xx means.
  ///
  /// @param model the model that was asked for; empty when none was
  static void requireOk(Exchange exchange, String host, String model) throws ModelException, InterruptedException {
    if (!exchange.isOk()) {
      byte[] page = exchange.read(Exchange.ERROR_BYTES, ERROR_PAGE);
      throw new ModelException(ofStatus(exchange, host, model, ErrorPage.of(page)));
    }
  }

  private static ModelError ofStatus(Exchange exchange, String host, String model, ErrorPage page) {
    int status = exchange.status();
    return switch (status) {
      case 400 -> new ModelError.Unsupported(page.detail());
      case 401 -> new ModelError.Unauthorized(host, page.signInUrl());
      case 403 -> new ModelError.Forbidden(host, page.detail());
      case 404 ->
        page.isOllamas() && !model.isEmpty()
            ? new ModelError.ModelNotFound(model)
            : new ModelError.Protocol(host, "nothing at that address (404)");
      case 429 -> new ModelError.RateLimited(host);
      case 503 -> new ModelError.Busy(host);
      default ->
        status < 400
            ? new ModelError.Protocol(host, "it points to " + shorten(exchange.location()))
            : new ModelError.Server(host, status, page.detail());
    };
  }

  /// A line in a stream that is no piece of an answer: the server's error, if it is one, else what stands there.
  ///
  /// @param began whether a piece came before it: then the address is right, and the server has gone wrong
  static ModelError ofLine(String host, LineReader line, boolean began) {
    ErrorPage page = ErrorPage.of(line.bytes(), line.from(), line.length());
    if (page.isOllamas()) {
      return new ModelError.StreamError(page.detail());
    }
    String excerpt = "\"" + line.excerpt(40) + "\"";
    return began
        ? new ModelError.StreamError("it sent what is no answer: " + excerpt)
        : new ModelError.Protocol(host, excerpt);
  }

  static String shorten(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST_DETAIL ? stripped : stripped.substring(0, LONGEST_DETAIL) + "...";
  }

  /// What a server says about an error.
  ///
  /// @param isOllamas whether it is JSON with an `error`, as Ollama sends it
  private record ErrorPage(boolean isOllamas, String detail, String signInUrl) {

    static ErrorPage of(byte[] page) {
      return of(page, 0, page.length);
    }

    static ErrorPage of(byte[] page, int from, int length) {
      JsonNode json = parse(page, from, length);
      JsonNode error = json.path("error");
      if (error.isMissingNode()) {
        return new ErrorPage(false, plain(new String(page, from, length, StandardCharsets.UTF_8)), "");
      }
      String words = error.isTextual() ? error.asText() : error.path("message").asText(error.toString());
      return new ErrorPage(true, shorten(words), json.path("signin_url").asText(""));
    }

    /// An error page that isn't JSON is no failure of its own: its text is told instead.
    private static JsonNode parse(byte[] page, int from, int length) {
      try {
        return Wire.tree(page, from, length);
      } catch (IOException e) {
        return MissingNode.getInstance();
      }
    }

    private static String plain(String text) {
      boolean page = text.stripLeading().startsWith("<");
      return page ? "a web page, not Ollama" : shorten(text.lines().findFirst().orElse(""));
    }
  }
}
