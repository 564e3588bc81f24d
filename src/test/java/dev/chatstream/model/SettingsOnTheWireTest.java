package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each parameter stands on the wire where Ollama reads it, and in the type that it takes.
class SettingsOnTheWireTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "TEMPERATURE|0.2|/options/temperature|0.2", "TEMPERATURE|1|/options/temperature|1",
    "TOP_P|0.5|/options/top_p|0.5", "TOP_K|20|/options/top_k|20", "MIN_P|0.05|/options/min_p|0.05",
    "SEED|-3|/options/seed|-3", "STOP|a, b|/options/stop|[\"a\",\"b\"]",
    "REPEAT_PENALTY|1.3|/options/repeat_penalty|1.3", "NUM_PREDICT|64|/options/num_predict|64",
    "KEEP_ALIVE|300|/keep_alive|\"300s\"", "KEEP_ALIVE|-1|/keep_alive|\"-1s\"", "KEEP_ALIVE|10m|/keep_alive|\"10m\"",
    "THINK|on|/think|true", "THINK|off|/think|false", "THINK|high|/think|\"high\""})
  void eachParameterStandsWhereItIsRead(Parameter parameter, String typed, String where, String json)
      throws Exception {
    ChatSettings settings = ChatSettings.NONE.with(parameter, parameter.read(typed).orElseThrow());
    try (ChatFixture chat = new ChatFixture()) {
      ChatFixture.ask(chat.model, ChatFixture.request("fast", "q", settings.options(Optional.empty())));
      JsonNode sent = new ObjectMapper().readTree(chat.server.chats().getFirst().body());
      assertEquals(json, sent.at(where).toString(), sent.toString());
      assertEquals(4096, sent.at("/options/num_ctx").asInt());
      int options = where.startsWith("/options") ? 2 : 1;
      assertEquals(options, sent.at("/options").size(), sent.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"TOP_K, 20"})
  void whatIsAsUsualIsNotSent(Parameter parameter, String typed) {
    ChatSettings settings = ChatSettings.NONE.with(parameter, parameter.read(typed).orElseThrow());
    assertEquals(Map.of(), settings.with(parameter, null).options(Optional.empty()));
  }
}
