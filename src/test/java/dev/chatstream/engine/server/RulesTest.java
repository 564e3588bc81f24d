package dev.chatstream.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void holdsBackOnlyWhatMayBecomeAStopWord() {
    StopWords stops = new StopWords(List.of("END", "###"));

    assertEquals("a ", stops.take("a E"));
    assertEquals("Eb", stops.take("b"));
    assertEquals("", stops.take("##"));
    assertEquals("##", stops.end());
  }

  @Test
  void theFirstOfTwoStopWordsCounts() {
    StopWords stops = new StopWords(List.of("two", "one"));

    assertEquals("x ", stops.take("x one two"));
    assertTrue(stops.found());
    assertEquals("", stops.take("more") + stops.end());
  }

  @ParameterizedTest
  @CsvSource({"300,300", "'5m',300", "'1h30m',5400", "'1.5s',1", "0,0", "'0',0", "'250ms',0"})
  void readsKeepAlive(String value, long seconds) throws Exception {
    String text = value.matches("\\d+") && !value.equals("0") ? value : "\"" + value + "\"";
    assertEquals(seconds, KeepAlive.of(JSON.readTree(text)).toSeconds());
  }

  @Test
  void negativeKeepAliveIsForEverAndNoneIsFiveMinutes() throws Exception {
    assertEquals(KeepAlive.FOR_EVER, KeepAlive.of(JSON.readTree("-1")));
    assertEquals(KeepAlive.FOR_EVER, KeepAlive.of(JSON.readTree("\"-1s\"")));
    assertEquals(Duration.ofMinutes(5), KeepAlive.of(JSON.missingNode()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{'type':'object','properties':{'a':{'type':'string','maxLength':9},'b':{'type':['integer','null']}}}",
    "{'type':'array','items':{'$ref':'#/$defs/x'},'maxItems':3,'$defs':{'x':{'type':'number'}}}",
    "{'anyOf':[{'const':1},{'enum':['a','b']}]}",
    "{'type':'object','properties':{'type':{'type':'string'}},'required':['type'],'additionalProperties':false}"})
  void letsUsualSchemasThrough(String schema) throws Exception {
    SchemaCopy.of(json(schema));
  }

  @Test
  void leavesOutWhatIsOnlyWords() throws Exception {
    assertEquals("{\"type\":\"array\",\"items\":{}}", SchemaCopy.of(
        json("{'title':'t','type':'array','items':{'description':'any','examples':[{'$ref':1}]}}")).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'type':'thing'}", "{'type':3}", "{'$ref':'http://x/y'}", "{'$ref':'#/$defs/none'}",
    "{'type':'string','pattern':'('}", "{'type':'array','minItems':100000}", "{'type':'array','items':7}",
    "{'allOf':[]}", "{'properties':[]}", "{'enum':[]}", "{'type':'string','minLength':'x'}",
    "{'$defs':{'a':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}", "{'type':'integer','minimum':1e300}",
    "{'title':'x'}", "{'$defs':{}}", "{'minimum':6}", "{'type':'integer','minimum':6,'exclusiveMaximum':6}",
    "{'type':['object','array']}", "{'enum':[{'$ref':5}]}", "{'properties':{'$ref':{'type':'string'}}}",
    "{'additionalProperties':true,'properties':{'é]':{'type':'string'}}}", "{'properties':{'a':{'maxLength':3}}}"})
  void refusesSchemasThatWouldEndTheProcess(String schema) throws Exception {
    ApiException refused = assertThrows(ApiException.class, () -> SchemaCopy.of(json(schema)));
    assertEquals(400, refused.status());
  }

  @Test
  void optionsHaveOllamasStandardValues() throws Exception {
    Options options = Options.of(json("{'seed':5,'unknown':[1],'num_gpu':1}"));

    assertEquals(0.8f, options.temperature());
    assertEquals(40, options.topK());
    assertEquals(5, options.seed());
    assertTrue(options.sampling(3, "").repeatable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'temperature':'hot'}", "{'temperature':-1}", "{'top_p':1.5}", "{'min_p':true}",
    "{'num_ctx':0}", "{'num_ctx':99999999}", "{'num_predict':1.5}", "{'num_predict':-3}", "{'seed':9999999999}",
    "{'stop':'x'}", "{'stop':[1]}", "{'repeat_penalty':0}", "{'mirostat':3}", "[]", "3"})
  void refusesOptionsOfWrongTypeOrRange(String options) throws Exception {
    JsonNode node = json(options);
    assertThrows(ApiException.class, () -> Options.of(node));
  }
}
