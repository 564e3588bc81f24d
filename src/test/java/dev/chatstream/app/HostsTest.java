package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.model.NamedHost;
import dev.chatstream.model.ModelException;
import dev.chatstream.store.HostsFile;
import dev.chatstream.testing.ScriptedOllama;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Servers by the names that a person gave them.
class HostsTest {

  private static final String KEY = "geheim-1234";

  private final ScriptedOllama server = ScriptedOllama.start();
  private final List<String> problems = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private Hosts hosts(NamedHost... hosts) {
    HostsFile.Read read = new HostsFile.Read(List.of(hosts), List.of("line 3: wrong"));
    return new Hosts(() -> read, Map.of("LAB_KEY", KEY), Optional.empty(), problems::add);
  }

  private NamedHost lab(Optional<String> key, Optional<String> variable, Optional<String> header) {
    return new NamedHost("lab", server.uri().toString(), key, variable, header, Optional.empty(), 1);
  }

  private String sent(String header) {
    return server.requests().getFirst().headers().get(header);
  }

  @Test
  void aNameLeadsToItsServerAndIsItsLabel() throws ModelException {
    Hosts.Known known = hosts(lab(Optional.of(KEY), Optional.empty(), Optional.empty())).known("lab");
    assertEquals("lab", known.label());
    assertEquals("0.33.1", known.server().version());
    assertEquals("Bearer " + KEY, sent("authorization"));
  }

  @Test
  void aKeyOfTheEnvironmentGoesOutInItsOwnHeader() throws ModelException {
    NamedHost host = lab(Optional.empty(), Optional.of("LAB_KEY"), Optional.of("X-Api-Key"));
    hosts(host).known("lab").server().version();
    assertEquals(KEY, sent("x-api-key"));
    assertEquals(null, sent("authorization"));
  }

  @Test
  void theModelCallsCarryTheKeyToo() throws ModelException {
    server.page("/api/ps", (request, reply) -> reply.send(200, "application/json", "{\"models\":[]}"));
    hosts(lab(Optional.of(KEY), Optional.empty(), Optional.empty())).known("lab").server().keeper().loaded();
    assertEquals("Bearer " + KEY, sent("authorization"));
  }

  @Test
  void anAddressIsStillAnAddress() throws ModelException {
    Hosts.Known known = hosts().known(server.uri().toString());
    assertEquals("127.0.0.1:" + server.uri().getPort(), known.label());
  }

  @Test
  void aKeyIsNeverSentInTheOpen() {
    NamedHost open = new NamedHost(
        "far", "http://far.example", Optional.of(KEY), Optional.empty(), Optional.empty(), Optional.empty(), 1);
    String said = assertThrows(ModelException.class, () -> hosts(open).known("far")).error().happened();
    assertEquals("far has a key, which goes out over https only.", said);
    assertFalse(said.contains(KEY));
  }

  @Test
  void aVariableThatIsNotSetIsSaid() {
    NamedHost host = lab(Optional.empty(), Optional.of("NOBODY"), Optional.empty());
    assertEquals(
        "lab wants its key from $NOBODY, which is not set.",
        assertThrows(ModelException.class, () -> hosts(host).known("lab")).error().happened());
  }

  @Test
  void whatIsWrongWithTheFileIsToldOnce() throws ModelException {
    Hosts hosts = hosts();
    hosts.known("127.0.0.1:1");
    hosts.known("127.0.0.1:1");
    assertEquals(List.of("line 3: wrong"), problems);
    assertEquals(List.of(), hosts.names());
  }
}
