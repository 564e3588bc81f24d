package dev.chatstream.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a model brings along, read from the lines of a server.
class OwnParametersTest {

  @Test
  void severalOfOneNameStandTogetherAndTextsLoseTheirQuotes() {
    String lines = """
        num_ctx                        4096
        stop                           "<|im_start|>"
        stop                           "<|im_end|>"
        temperature                    0.6
        nobody_knows                   1
        top_p
        """;
    assertEquals(
        Map.of(Parameter.STOP, "<|im_start|>, <|im_end|>", Parameter.TEMPERATURE, "0.6"), OwnParameters.read(lines));
    assertEquals(Map.of(), OwnParameters.read(""));
  }
}
