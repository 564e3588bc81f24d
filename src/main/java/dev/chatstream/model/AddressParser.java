package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Reads a server's address by the rules that Ollama's own client has for `OLLAMA_HOST` (its envconfig package), but
/// refuses in words what that client would quietly replace by its default.
final class AddressParser {

  private static final int OLLAMA_PORT = 11434;
  private static final String LOOPBACK = "127.0.0.1";

  private AddressParser() {}

  static URI parse(String address) throws ModelException {
    String text = unquote(address);
    int mark = text.indexOf("://");
    String scheme = mark < 0 ? "http" : text.substring(0, mark).toLowerCase(Locale.ROOT);
    String rest = mark < 0 ? text : text.substring(mark + 3);
    if (rest.indexOf('@') >= 0) {
      throw bad("The address", "may not hold a password; use OLLAMA_API_KEY");
    }
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw bad(text, "needs http or https");
    }
    if (mark < 0 && rest.equals("ollama.com")) {
      scheme = "https";
    }
    boolean standardPort = mark >= 0 || scheme.equals("https");
    int defaultPort = standardPort ? (scheme.equals("https") ? 443 : 80) : OLLAMA_PORT;
    return build(text, scheme, rest, defaultPort);
  }

  private static URI build(String text, String scheme, String rest, int defaultPort) throws ModelException {
    int slash = rest.indexOf('/');
    String hostAndPort = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash).replaceFirst("/+$", "");
    int colon = portColon(hostAndPort);
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    int port = colon < 0 ? defaultPort : port(text, hostAndPort.substring(colon + 1));
    try {
      URI uri = new URI(scheme + "://" + reachable(host) + ":" + port + prefix);
      if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
        throw bad(text, "isn't an address");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw bad(text, "isn't an address");
    }
  }

  /// Where the port starts; -1 when there is none. The colons of a bare IPv6 address are none.
  private static int portColon(String hostAndPort) {
    int last = hostAndPort.lastIndexOf(':');
    boolean bareIpv6 = !hostAndPort.startsWith("[") && hostAndPort.indexOf(':') != last;
    return bareIpv6 || last < hostAndPort.lastIndexOf(']') ? -1 : last;
  }

  private static int port(String text, String digits) throws ModelException {
    if (digits.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw bad(text, "has no port between 1 and 65535");
  }

  /// A server listens on "all addresses"; a client can't connect to that.
  private static String reachable(String host) {
    return switch (host) {
      case "", "0.0.0.0" -> LOOPBACK;
      case "::", "[::]" -> "[::1]";
      default -> host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }

  private static String unquote(String address) {
    String text = address == null ? "" : address.strip();
    return text.replaceAll("^[\"'\\s]+|[\"'\\s]+$", "");
  }

  private static ModelException bad(String address, String reason) {
    return new ModelException(new ModelError.BadAddress(address, reason));
  }
}
