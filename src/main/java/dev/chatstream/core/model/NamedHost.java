package dev.chatstream.core.model;

import java.util.Optional;

/// A model server that a person gave a name. Its key is in no text that this class makes.
///
/// @param address as it was written
/// @param key what the server wants, as it was written; empty for none
/// @param keyVariable the variable of the environment that holds it instead; empty for none
/// @param header the header that carries the key; empty for `Authorization: Bearer`
/// @param ca a file of certificates, in PEM, that this server's may be vouched for by; empty for those that Java knows
/// @param line where it begins in its file, from 1
public record NamedHost(
    String name,
    String address,
    Optional<String> key,
    Optional<String> keyVariable,
    Optional<String> header,
    Optional<String> ca,
    int line) {

  /// A host of which only the name is known yet.
  public static NamedHost named(String name, int line) {
    return new NamedHost(name, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), line);
  }

  /// The same host without the key that stands in the file.
  public NamedHost withoutKey() {
    return new NamedHost(name, address, Optional.empty(), keyVariable, header, ca, line);
  }

  @Override
  public String toString() {
    return name + " (" + address + (key.isPresent() || keyVariable.isPresent() ? ", with a key" : "") + ")";
  }
}
