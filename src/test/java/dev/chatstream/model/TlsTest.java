package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.model.ChatFixture.Outcome;
import dev.chatstream.testing.ScriptedOllama;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encrypted chats with a server whose certificate was made for the test, by the JDK's own tool.
class TlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir
  Path folder;

  private ScriptedOllama server;

  @BeforeEach
  void nobodyYet() {
    server = null;
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  /// A key with a certificate that vouches for itself.
  ///
  /// @param more what the tool is told about it
  private KeyStore key(String name, String... more) throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
        "-keyalg", "EC", "-dname", "CN=" + name, "-storetype", "PKCS12", "-storepass", new String(PASSWORD),
        "-keystore", file.toString()));
    command.addAll(List.of(more));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private KeyStore usual(String name) throws Exception {
    return key(name, "-validity", "2", "-ext", "SAN=ip:127.0.0.1");
  }

  private static SSLContext identity(KeyStore key) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(key, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(KeyStore key) throws Exception {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("server", key.getCertificate("server"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private Endpoint serve(KeyStore key) throws Exception {
    server = ScriptedOllama.startSecure(identity(key));
    return ChatFixture.endpoint(server.uri().toString());
  }

  private static Outcome ask(Endpoint endpoint, SSLContext trust) {
    OllamaChatModel model = new OllamaChatModel(endpoint, Patience.DEFAULT, trust);
    return ChatFixture.ask(model, ChatFixture.request("fast", "a"));
  }

  private static String refusal(Outcome outcome) {
    assertEquals("", outcome.content());
    return ((ModelError.Untrusted) outcome.error()).reason();
  }

  @Test
  void wordsStreamOverAConnectionThatIsTrusted() throws Exception {
    KeyStore key = usual("mine");
    Endpoint endpoint = serve(key).withSecret("geheim");
    OllamaChatModel model = new OllamaChatModel(endpoint, Patience.DEFAULT, trusting(key));
    for (int time = 1; time <= 2; time++) {
      Outcome outcome = ChatFixture.ask(model, ChatFixture.request("fast", "a"));
      assertEquals(null, outcome.error());
      assertEquals(List.of("word Hello", "word , ", "word world", "word ."), outcome.order());
    }
    assertEquals("0.33.1", model.version());
    assertEquals("Bearer geheim", server.chats().getFirst().headers().get("authorization"));
    assertEquals(1, server.connections(), "an encrypted connection is kept, too");
  }

  @Test
  void aFileOfCertificatesIsTrustedForItsServer() throws Exception {
    KeyStore key = usual("mine");
    Path pem = folder.resolve("ca.pem");
    String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(
        key.getCertificate("server").getEncoded());
    Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    assertEquals(null, ask(serve(key), Trust.of(pem)).error());
  }

  @Test
  void aFileThatHoldsNoCertificateIsSaid() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
    String said = assertThrows(ModelException.class, () -> Trust.of(none)).error().happened();
    assertEquals("The file of certificates " + none + " holds no certificate.", said);
    Path gone = folder.resolve("gone.pem");
    String missing = assertThrows(ModelException.class, () -> Trust.of(gone)).error().happened();
    assertEquals("The file of certificates " + gone + " can't be read.", missing);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsSaid() throws Exception {
    Endpoint endpoint = serve(usual("mine"));
    Outcome outcome = ChatFixture.ask(new OllamaChatModel(endpoint), ChatFixture.request("fast", "a"));
    assertEquals(
        endpoint.label() + " isn't safe to talk to: its certificate is vouched for by nobody whom this machine trusts.",
        outcome.error().happened());
    assertTrue(server.chats().isEmpty());
    assertEquals("is vouched for by nobody whom this machine trusts", refusal(ask(endpoint, trusting(usual("other")))));
  }

  @Test
  void aCertificateForAnotherAddressIsSaid() throws Exception {
    KeyStore key = key("elsewhere", "-validity", "2", "-ext", "SAN=dns:elsewhere.invalid");
    assertEquals("isn't one for that address", refusal(ask(serve(key), trusting(key))));
  }

  @Test
  void anOldOrAnEarlyCertificateIsSaid() {
    assertEquals("has expired", reason(new CertificateExpiredException()));
    assertEquals("isn't valid yet", reason(new CertificateNotYetValidException()));
  }

  /// As Java wraps them.
  private static String reason(Exception cause) {
    SSLHandshakeException thrown = new SSLHandshakeException("refused");
    thrown.initCause(new CertificateException("the path", cause));
    return ((ModelError.Untrusted) Failures.beforeHeaders("h:1", thrown)).reason();
  }
}
