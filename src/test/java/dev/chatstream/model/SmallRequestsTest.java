package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ModelInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallRequestsTest {

  private final ChatFixture chat = new ChatFixture();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void theVersion() throws ModelException {
    assertEquals("0.33.1", chat.model.version());
  }

  @Test
  void theModelsSortedByName() throws ModelException {
    List<ModelInfo> models = chat.model.models();
    assertEquals(List.of("fast", "nomic-embed-text:latest", "qwen3:8b"), models.stream().map(ModelInfo::name).toList());
    assertEquals(
        new ModelInfo(
            "qwen3:8b",
            5_225_388_164L,
            8_200_000_000L,
            "8.2B",
            "Q4_K_M",
            "qwen3",
            Set.of("completion", "tools", "thinking"),
            40_960),
        models.get(2));
  }

  @Test
  void theDetailsOfOneHaveWhatTheListLeftOut() throws ModelException {
    assertEquals(
        new ModelInfo(
            "fast", 0, 134_515_008L, "134.52M", "Q4_1", "llama", Set.of("completion"), 2048),
        chat.model.details("fast"));
    ModelException thrown = assertThrows(ModelException.class, () -> chat.model.details("nope"));
    assertEquals(new ModelError.ModelNotFound("nope"), thrown.error());
  }

  @Test
  void aServerThatIsNoOllamaIsToldAsSuch() {
    chat.server.page("/api/version", (request, reply) -> reply.send(200, "text/html", "<html>router</html>"));
    chat.server.page("/api/tags", (request, reply) -> reply.send(200, "application/json", "[1]"));
    assertProtocol(() -> chat.model.version());
    assertProtocol(() -> chat.model.models());
  }

  @Test
  void warmingUpSaysNothingWhenNobodyAnswers() {
    chat.close();
    chat.model.warm();
    ModelException thrown = assertThrows(ModelException.class, () -> chat.model.version());
    assertInstanceOf(ModelError.Unreachable.class, thrown.error());
  }

  @ParameterizedTest
  @CsvSource({"8.2B,8200000000", "134.52M,134520000", "8x7b,56000000000", "1T,1000000000000", "'',0", "big,0"})
  void labelsOfSizes(String label, long parameters) {
    assertEquals(parameters, ModelJson.parameters(label));
  }

  private static void assertProtocol(org.junit.jupiter.api.function.Executable asks) {
    assertInstanceOf(ModelError.Protocol.class, assertThrows(ModelException.class, asks).error());
  }
}
