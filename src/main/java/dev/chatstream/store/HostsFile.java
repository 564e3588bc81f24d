package dev.chatstream.store;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.model.NamedHost;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `.store/hosts.properties`: the servers that a person gave names, `name.part = value` a line, `#` before a comment.
/// This program only reads it. No sentence about it repeats a value: it may be a key.
public final class HostsFile {

  /// How the file is called.
  public static final String NAME = "hosts.properties";

  private static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";
  private static final Set<PosixFilePermission> OWNERS = Set.of(
      PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

  private final Path file;

  /// What was read.
  ///
  /// @param hosts in the order of the file; those without an address are left out
  /// @param problems a sentence each, with the line; no key stands in them
  public record Read(List<NamedHost> hosts, List<String> problems) {}

  /// The hosts of this data root.
  public HostsFile(DataRoot root) {
    this.file = root.internal().resolve(NAME);
  }

  /// Reads it; a file that is not there names no hosts.
  public Read read() {
    List<String> problems = new ArrayList<>();
    try {
      List<NamedHost> hosts = hosts(PropertyLines.of(file), problems);
      return new Read(keptToOneself(hosts, problems), List.copyOf(problems));
    } catch (StoreException unreadable) {
      return new Read(List.of(), List.of(unreadable.failure().sentence()));
    }
  }

  private static List<NamedHost> hosts(List<String> lines, List<String> problems) {
    Map<String, NamedHost> hosts = new LinkedHashMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String problem = take(line, number, hosts);
      if (!problem.isEmpty()) {
        problems.add(NAME + ", line " + number + ": " + problem);
      }
    }
    for (NamedHost host : hosts.values()) {
      if (host.address().isEmpty()) {
        problems.add(NAME + ", line " + host.line() + ": " + host.name() + " has no address.");
      }
    }
    return hosts.values().stream().filter(host -> !host.address().isEmpty()).toList();
  }

  /// @return what is wrong with the line; empty when nothing is
  private static String take(String line, int number, Map<String, NamedHost> hosts) {
    int equals = line.indexOf('=');
    int dot = line.indexOf('.');
    if (equals < 0 || dot < 0 || dot > equals) {
      return "it needs the form name.address = ...";
    }
    String name = line.substring(0, dot).strip();
    String part = line.substring(dot + 1, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (!name.matches(NAME_FORM)) {
      return "a name has letters, digits, - and _ only.";
    }
    if (value.isEmpty()) {
      return part + " has no value.";
    }
    NamedHost before = hosts.getOrDefault(name, NamedHost.named(name, number));
    Optional<NamedHost> after = with(before, part, value);
    after.ifPresent(host -> hosts.put(name, host));
    return after.isPresent() ? "" : "a host has address, key, key_env, header and ca, nothing else.";
  }

  private static Optional<NamedHost> with(NamedHost host, String part, String value) {
    Optional<String> given = Optional.of(value);
    return Optional.ofNullable(switch (part) {
      case "address" -> new NamedHost(
          host.name(), value, host.key(), host.keyVariable(), host.header(), host.ca(), host.line());
      case "key" -> new NamedHost(
          host.name(), host.address(), given, host.keyVariable(), host.header(), host.ca(), host.line());
      case "key_env" -> new NamedHost(
          host.name(), host.address(), host.key(), given, host.header(), host.ca(), host.line());
      case "header" -> new NamedHost(
          host.name(), host.address(), host.key(), host.keyVariable(), given, host.ca(), host.line());
      case "ca" -> new NamedHost(
          host.name(), host.address(), host.key(), host.keyVariable(), host.header(), given, host.line());
      default -> null;
    });
  }

  /// Keys in a file that others can read are not used: whoever wrote them there should know before they are sent.
  private List<NamedHost> keptToOneself(List<NamedHost> hosts, List<String> problems) {
    if (hosts.stream().noneMatch(host -> host.key().isPresent()) || onlyOwners()) {
      return hosts;
    }
    problems.add("Others can read " + NAME + ", so its keys are not used. In a shell: chmod 600 .store/" + NAME);
    return hosts.stream().map(NamedHost::withoutKey).toList();
  }

  private boolean onlyOwners() {
    try {
      return !OwnerOnly.POSIX || OWNERS.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException unknown) {
      return false;
    }
  }
}
