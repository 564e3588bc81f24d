package dev.chatstream.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Preset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is set about a chat goes along with each question, is recorded with its answer, and stays in its file.
class SettingsRulesTest {

  private final Play play = Play.withModel();

  private Play set(Parameter parameter, String text) {
    return play.choose(new Choice.SetParameter(parameter, text));
  }

  @Test
  void whatIsSetGoesAlongAndIsRecorded() {
    set(Parameter.TEMPERATURE, "0.2");
    set(Parameter.SEED, " 42 ");
    play.ask("How?");
    Command.StartTurn start = play.command(Command.StartTurn.class);
    assertEquals(Map.of("temperature", new BigDecimal("0.2"), "seed", 42), start.request().options());
    assertEquals(8192, start.request().contextTokens());
    play.token("So.").done();
    assertEquals(Map.of("num_ctx", 8192, "temperature", new BigDecimal("0.2"), "seed", 42), play.last().options());
  }

  @Test
  void theSystemPromptGoesFirstAndIsNoneOfTheTalk() {
    play.choose(new Choice.SetSystem("Be brief.\nBe kind.")).ask("How?");
    Command.StartTurn start = play.command(Command.StartTurn.class);
    assertEquals(Role.SYSTEM, start.request().history().getFirst().role());
    assertEquals("Be brief.\nBe kind.", start.request().history().getFirst().content());
    assertEquals(List.of("How?"), play.said());
    play.token("So.").done().choose(new Choice.SetSystem("")).ask("And?");
    assertEquals(3, play.command(Command.StartTurn.class).request().history().size());
  }

  @Test
  void theWindowIsOneOfThem() {
    set(Parameter.NUM_CTX, "16384").ask("How?");
    assertEquals(16_384, play.command(Command.StartTurn.class).request().contextTokens());
    assertTrue(play.command(Command.StartTurn.class).request().options().isEmpty());
    play.done();
    set(Parameter.NUM_CTX, "");
    assertEquals(8192, play.chat().contextTokens());
  }

  @Test
  void aWrongValueIsSaidAndChangesNothing() {
    Chat before = play.chat().chat();
    set(Parameter.TOP_P, "2");
    assertEquals("top_p is a number from 0 to 1, not \"2\".", play.notice());
    assertEquals(before, play.chat().chat());
  }

  @Test
  void aModelThatDoesNotThinkIsNotToldHowTo() {
    set(Parameter.THINK, "on").ask("How?");
    assertEquals(Map.of(), play.command(Command.StartTurn.class).request().options());
  }

  @Test
  void whatTheFileHasAndNobodyKnowsStays() {
    Chat chat = Chat.empty(new UUID(7, 7), Play.START).withExtra(Map.of(
        "system_prompt", "Be kind.",
        "parameters", Map.of("temperature", "hot", "mirostat", 2, "num_ctx", 4096),
        "other", 1));
    play.on(new Event.ChatOpened(chat, "a.json"));
    assertEquals(4096, play.chat().contextTokens());
    assertEquals(
        List.of("temperature in the file is not used: it is a number from 0 to 5."),
        ChatSettings.problems(play.chat().chat()));
    set(Parameter.NUM_CTX, "");
    assertEquals(
        Map.of("system_prompt", "Be kind.", "parameters", Map.of("temperature", "hot", "mirostat", 2), "other", 1),
        play.chat().chat().extra());
    set(Parameter.TEMPERATURE, "1");
    assertEquals(Map.of("temperature", 1, "mirostat", 2), play.chat().chat().extra().get("parameters"));
  }

  @Test
  void aPresetTakesThePlaceOfWhatWasSet() {
    set(Parameter.SEED, "1");
    ChatSettings settings = new ChatSettings("Be brief.", Map.of(Parameter.TOP_K, 10));
    play.choose(new Choice.UsePreset(new Preset("brief.properties", "Brief", settings, List.of())));
    assertEquals(settings, play.chat().settings());
    play.choose(new Choice.KeepPreset("Mine"));
    assertEquals(new StoreCommand.KeepPreset("Mine", settings), play.command(StoreCommand.KeepPreset.class));
  }

  @Test
  void aPresetOfWhichNothingCanBeUsedIsNotUsed() {
    play.choose(new Choice.UsePreset(new Preset("a.properties", "a", ChatSettings.NONE, List.of("a:1: garbage."))));
    assertEquals("Not used: a:1: garbage.", play.notice());
    ChatSettings hot = ChatSettings.NONE.with(Parameter.TEMPERATURE, 1);
    play.choose(new Choice.UsePreset(new Preset("b.properties", "b", hot, List.of("b:2: no number."))));
    assertEquals("Led by b, but b:2: no number.", play.notice());
    assertEquals(hot, play.chat().settings());
  }
}
