package dev.chatstream.model;

import dev.chatstream.core.failure.ModelError;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The address of a model server, and the key that it may want. Immutable; the key is in no text that this class makes.
public final class Endpoint {

  private final URI base;
  private final Optional<Secret> secret;

  Endpoint(URI base, Optional<Secret> secret) {
    this.base = base;
    this.secret = secret;
  }

  /// Reads an address by the rules of `OLLAMA_HOST`: scheme and port may be missing (11434; 80 or 443 where a scheme is
  /// given), `0.0.0.0` means this machine, a path is kept as a prefix. Empty text is this machine.
  ///
  /// @throws ModelException with a [dev.chatstream.core.failure.ModelError.BadAddress] that says what is wrong
  public static Endpoint parse(String address) throws ModelException {
    return new Endpoint(AddressParser.parse(address), Optional.empty());
  }

  /// The same address with a key, sent as a bearer token. An empty key is none.
  ///
  /// @throws ModelException for a key that no header can carry; it isn't repeated
  public Endpoint withSecret(String key) throws ModelException {
    String stripped = key == null ? "" : key.strip();
    if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new ModelException(new ModelError.BadAddress("The key", "holds characters that no key has"));
    }
    return new Endpoint(base, stripped.isEmpty() ? Optional.empty() : Optional.of(new Secret(stripped)));
  }

  /// The same address with a key that goes out in this header as it is.
  ///
  /// @throws ModelException for a header or a key that no request can carry; the key isn't repeated
  public Endpoint withHeader(String header, String value) throws ModelException {
    boolean name = header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    if (!name || !value.strip().chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      String what = name ? "The key" : "The header " + header;
      throw new ModelException(new ModelError.BadAddress(what, "holds characters that no request has"));
    }
    return new Endpoint(base, value.isBlank() ? Optional.empty() : Optional.of(new Secret(header, value.strip())));
  }

  /// Scheme, host, port and prefix, without a slash at the end.
  public URI uri() {
    return base;
  }

  /// What people call it: host and port.
  public String label() {
    return base.getHost() + ":" + base.getPort();
  }

  /// Whether the server runs on this machine, by its address alone.
  public boolean isLoopback() {
    String host = base.getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /// The path of a request, with the prefix, in characters that HTTP can carry.
  String pathTo(String path) {
    return URI.create(base.toASCIIString()).getRawPath() + path;
  }

  /// Host and port as a request names them: without the port that goes without saying.
  String hostHeader() {
    return base.getPort() == (isSecure() ? 443 : 80) ? base.getHost() : label();
  }

  Optional<Secret> secret() {
    return secret;
  }

  boolean isSecure() {
    return base.getScheme().equals("https");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Endpoint endpoint && endpoint.base.equals(base) && endpoint.secret.equals(secret);
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, secret);
  }

  @Override
  public String toString() {
    return secret.isPresent() ? base + " (with a key)" : base.toString();
  }
}
