package dev.chatstream.app;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.NamedHost;
import dev.chatstream.log.Secrets;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.model.Patience;
import dev.chatstream.model.Trust;
import dev.chatstream.store.HostsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Makes the client of a model server, from the name that a person gave it or from its address. A key goes out only
/// where nobody on the way can read it. Any thread but that of the loop: a file is read.
final class Hosts {

  private final Supplier<HostsFile.Read> file;
  private final Map<String, String> environment;
  private final Optional<String> key;
  private final Consumer<String> problems;
  private volatile List<String> names = List.of();
  private List<String> told = List.of();

  /// A server, and how the person knows it.
  record Known(OllamaChatModel server, String label) {}

  /// @param file read anew for each connection, so that a change counts at once
  /// @param key for servers without a name that want one; empty for none
  /// @param problems is told what is wrong with the file, each thing once
  Hosts(
      Supplier<HostsFile.Read> file,
      Map<String, String> environment,
      Optional<String> key,
      Consumer<String> problems) {
    this.file = file;
    this.environment = environment;
    this.key = key;
    this.problems = problems;
  }

  /// No names, only addresses.
  static Hosts unnamed(Optional<String> key) {
    return new Hosts(() -> new HostsFile.Read(List.of(), List.of()), Map.of(), key, problem -> {});
  }

  /// The names that were there when the file was read last.
  List<String> names() {
    return names;
  }

  /// The names that are in the file now.
  List<String> all() {
    return read().hosts().stream().map(NamedHost::name).toList();
  }

  /// The server of this name, or at this address.
  ///
  /// @throws ModelException for what is no address, a key that can't be sent, a file of certificates that is none
  Known known(String typed) throws ModelException {
    HostsFile.Read read = read();
    String wanted = typed.strip();
    Optional<NamedHost> named = read.hosts().stream().filter(host -> host.name().equals(wanted)).findFirst();
    if (named.isPresent()) {
      return known(named.get());
    }
    Endpoint endpoint = Keys.given(Endpoint.parse(typed), key);
    return new Known(new OllamaChatModel(endpoint), endpoint.label());
  }

  private synchronized HostsFile.Read read() {
    HostsFile.Read read = file.get();
    names = read.hosts().stream().map(NamedHost::name).toList();
    if (!read.problems().equals(told)) {
      told = read.problems();
      told.forEach(problems);
    }
    return read;
  }

  private Known known(NamedHost host) throws ModelException {
    Endpoint endpoint = withKey(Endpoint.parse(host.address()), host);
    Optional<SSLContext> trust = host.ca().isPresent() ? Optional.of(trust(host.ca().get())) : Optional.empty();
    return new Known(new OllamaChatModel(endpoint, Patience.DEFAULT, trust), host.name());
  }

  private SSLContext trust(String file) throws ModelException {
    String home = environment.getOrDefault("HOME", "");
    return Trust.of(Path.of(file.startsWith("~/") ? home + file.substring(1) : file));
  }

  private Endpoint withKey(Endpoint endpoint, NamedHost host) throws ModelException {
    Optional<String> secret = secret(host);
    if (secret.isEmpty()) {
      return endpoint;
    }
    Secrets.register(secret.get());
    if (!Keys.safe(endpoint)) {
      throw new ModelException(new ModelError.BadAddress(
          host.name(), "has a key, which goes out over https only"));
    }
    return host.header().isPresent()
        ? endpoint.withHeader(host.header().get(), secret.get())
        : endpoint.withSecret(secret.get());
  }

  private Optional<String> secret(NamedHost host) throws ModelException {
    if (host.keyVariable().isEmpty()) {
      return host.key();
    }
    String variable = host.keyVariable().get();
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      throw new ModelException(new ModelError.BadAddress(host.name(), "wants its key from $" + variable
          + ", which is not set"));
    }
    return Optional.of(value);
  }
}
