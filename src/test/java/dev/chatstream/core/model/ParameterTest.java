package dev.chatstream.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Values are checked by type and range, and come back as they were typed.
class ParameterTest {

  @ParameterizedTest
  @CsvSource({
    "TEMPERATURE, 0", "TEMPERATURE, 0.75", "TOP_P, 1", "TOP_K, 40", "MIN_P, 0.05", "NUM_CTX, 4096", "SEED, -1",
    "REPEAT_PENALTY, 1.1", "NUM_PREDICT, -2", "KEEP_ALIVE, 5m", "KEEP_ALIVE, 1h30m", "KEEP_ALIVE, -1",
    "KEEP_ALIVE, 0", "THINK, on", "THINK, off", "THINK, high", "STOP, END"})
  void whatIsRightComesBackAsItWasTyped(Parameter parameter, String text) {
    assertEquals(Optional.empty(), parameter.wrong(text));
    Object value = parameter.read(text).orElseThrow();
    assertEquals(text, parameter.text(value));
    assertEquals(Optional.of(value), parameter.accept(value));
  }

  @ParameterizedTest
  @CsvSource({
    "TEMPERATURE, -1", "TEMPERATURE, warm", "TEMPERATURE, 1e3", "TEMPERATURE, NaN", "TOP_P, 1.01", "TOP_K, 1.5",
    "TOP_K, -1", "NUM_CTX, 0", "NUM_CTX, 99999999999", "SEED, 2147483648", "NUM_PREDICT, -3", "KEEP_ALIVE, soon",
    "KEEP_ALIVE, 5 m", "THINK, maybe", "REPEAT_PENALTY, 0"})
  void whatIsWrongIsSaid(Parameter parameter, String text) {
    assertEquals(
        parameter.wireName() + " is " + parameter.range() + ", not \"" + text + "\".",
        parameter.wrong(text).orElseThrow());
  }

  @Test
  void textsAreParted() {
    assertEquals(Optional.of(List.of("a", "b,c", "\n", "d")), Parameter.STOP.read("a, b\\,c, \\n, d,"));
    List<String> odd = List.of(" x", "a,b", "\n\n", "back\\slash");
    assertEquals(Optional.of(odd), Parameter.STOP.read(Parameter.STOP.text(odd)));
  }

  @ParameterizedTest
  @EnumSource(Parameter.class)
  void nothingOfAnotherTypeIsTakenFromAFile(Parameter parameter) {
    assertTrue(parameter.accept(List.of(List.of())).isEmpty());
    assertTrue(parameter.accept(List.of(1)).isEmpty());
    assertTrue(parameter.accept("").isEmpty());
    assertTrue(parameter.accept("  1").isEmpty());
  }
}
