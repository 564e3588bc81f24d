package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "'', http://127.0.0.1:11434",
    "gpu-box, http://gpu-box:11434",
    "gpu-box:8080, http://gpu-box:8080",
    ":8080, http://127.0.0.1:8080",
    "http://gpu-box, http://gpu-box:80",
    "HTTPS://gpu-box/, https://gpu-box:443",
    "https://gpu-box:8443/ollama/, https://gpu-box:8443/ollama",
    "gpu-box/ollama, http://gpu-box:11434/ollama",
    "0.0.0.0, http://127.0.0.1:11434",
    "0.0.0.0:9999, http://127.0.0.1:9999",
    "http://0.0.0.0:11434, http://127.0.0.1:11434",
    "[::], http://[::1]:11434",
    "::1, http://[::1]:11434",
    "[::1]:8080, http://[::1]:8080",
    "fe80::1, http://[fe80::1]:11434",
    "ollama.com, https://ollama.com:443",
    "'\" gpu-box:1 \"', http://gpu-box:1"
  })
  void readsWhatOllamasOwnClientReads(String address, String uri) throws ModelException {
    assertEquals(uri, Endpoint.parse(address).uri().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://x, ftp://x needs http or https.",
    "gpu-box:99999, gpu-box:99999 has no port between 1 and 65535.",
    "gpu-box:0, gpu-box:0 has no port between 1 and 65535.",
    "gpu-box:, gpu-box: has no port between 1 and 65535.",
    "http://gpu-box:abc, http://gpu-box:abc has no port between 1 and 65535.",
    "a b, a b isn't an address.",
    "gpu_box, gpu_box isn't an address.",
    "http://gpu-box/?a=b, http://gpu-box/?a=b isn't an address.",
  })
  void saysWhatIsWrong(String address, String sentence) {
    ModelException thrown = assertThrows(ModelException.class, () -> Endpoint.parse(address));
    assertEquals(sentence, thrown.error().sentence());
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() {
    ModelException thrown = assertThrows(ModelException.class, () -> Endpoint.parse("https://me:s3cret@gpu-box"));
    assertFalse(thrown.error().toString().contains("s3cret"));
    assertEquals("The address may not hold a password; use OLLAMA_API_KEY.", thrown.error().sentence());
  }

  @Test
  void aKeyIsSentAndNeverPrinted() throws Exception {
    try (ChatFixture chat = new ChatFixture()) {
      Endpoint endpoint = chat.endpoint().withSecret(" s3cret\n");
      OllamaChatModel model = new OllamaChatModel(endpoint);
      model.version();
      ChatFixture.ask(model, ChatFixture.request("fast", "a"));
      chat.server.requests().forEach(r -> assertEquals("Bearer s3cret", r.headers().get("authorization")));
      ChatFixture.Outcome refused = ChatFixture.ask(model, ChatFixture.request("403", "a"));
      String all = endpoint + " " + endpoint.secret() + " " + refused.error() + " " + refused.error().sentence();
      assertTrue(endpoint.secret().isPresent());
      assertFalse(all.contains("s3cret"), all);
    }
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsRefusedAndNotRepeated() throws ModelException {
    Endpoint endpoint = Endpoint.parse("gpu-box");
    for (String key : new String[] {"s3\ncret", "s3 cret", "s3crét"}) {
      ModelException thrown = assertThrows(ModelException.class, () -> endpoint.withSecret(key));
      assertEquals("The key holds characters that no key has.", thrown.getMessage());
    }
    assertTrue(endpoint.withSecret("  ").secret().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"localhost,true", "127.0.0.1,true", "::1,true", "gpu-box,false"})
  void knowsThisMachine(String address, boolean here) throws ModelException {
    assertEquals(here, Endpoint.parse(address).isLoopback());
  }
}
