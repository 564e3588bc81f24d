package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.model.NamedHost;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The names of servers: what is right is taken, what is wrong is told with its line, and no key is ever repeated.
class HostsFileTest {

  @TempDir
  Path folder;

  private Path file() throws StoreException {
    return DataRoot.open(folder).internal().resolve(HostsFile.NAME);
  }

  private HostsFile.Read read(String text) throws Exception {
    Files.writeString(file(), text);
    OwnerOnly.file(file());
    return new HostsFile(DataRoot.open(folder)).read();
  }

  @Test
  void noFileNamesNobody() throws Exception {
    HostsFile.Read read = new HostsFile(DataRoot.open(folder)).read();
    assertEquals(new HostsFile.Read(List.of(), List.of()), read);
  }

  @Test
  void allPartsOfAHost() throws Exception {
    HostsFile.Read read = read("""
        # mine
        lab.address = https://lab.example:8443
        lab.key_env = LAB_KEY
        lab.header = X-Api-Key
        lab.ca = ~/lab.pem

        gpu-box.key = geheim=1
        gpu-box.address = https://gpu-box
        """);
    assertEquals(List.of(), read.problems());
    assertEquals(
        List.of(
            new NamedHost("lab", "https://lab.example:8443", Optional.empty(), Optional.of("LAB_KEY"),
                Optional.of("X-Api-Key"), Optional.of("~/lab.pem"), 2),
            new NamedHost("gpu-box", "https://gpu-box", Optional.of("geheim=1"), Optional.empty(), Optional.empty(),
                Optional.empty(), 7)),
        read.hosts());
  }

  @Test
  void mistakesAreToldWithTheirLinesAndTheRestIsTaken() throws Exception {
    HostsFile.Read read = read("""
        lab.address = lab
        geheim-1234
        lab.kee = geheim-5678
        a b.address = x
        lab.key =
        old.key = geheim-9999
        """);
    assertEquals(
        List.of(
            "hosts.properties, line 2: it needs the form name.address = ...",
            "hosts.properties, line 3: a host has address, key, key_env, header and ca, nothing else.",
            "hosts.properties, line 4: a name has letters, digits, - and _ only.",
            "hosts.properties, line 5: key has no value.",
            "hosts.properties, line 6: old has no address."),
        read.problems());
    assertEquals(List.of("lab"), read.hosts().stream().map(NamedHost::name).toList());
    assertFalse(read.problems().toString().contains("geheim"));
  }

  @Test
  void aHostNeverShowsItsKey() throws Exception {
    NamedHost host = read("lab.address = lab\nlab.key = geheim\n").hosts().getFirst();
    assertEquals("lab (lab, with a key)", host.toString());
  }

  @Test
  void keysThatOthersCanReadAreNotUsed() throws Exception {
    read("lab.address = lab\nlab.key = geheim\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    HostsFile.Read read = new HostsFile(DataRoot.open(folder)).read();
    assertEquals(Optional.empty(), read.hosts().getFirst().key());
    assertEquals(
        List.of("Others can read hosts.properties, so its keys are not used. In a shell: chmod 600 "
            + ".store/hosts.properties"),
        read.problems());
  }
}
