package dev.chatstream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeTasksTest {

  private static final List<String> TWO = List.of("Measure it", "Write it down");

  @Test
  void anAnswerToTheSchemaIsItsTasks() {
    assertEquals(new MadeTasks(TWO, ""),
        MadeTasks.of("{\"tasks\": [\"Measure it\", \" Write it down \", \"Measure it\", \"\"]}"));
  }

  @Test
  void otherFormsThatModelsChooseAreReadAsWell() {
    assertEquals(new MadeTasks(TWO, ""), MadeTasks.of("[\"Measure it\", \"Write it down\"]"));
    assertEquals(new MadeTasks(TWO, ""), MadeTasks.of(
        "Sure!\n```json\n{\"tasks\":[{\"task\":\"Measure it\",\"priority\":\"high\"},{\"task\":\"Write it down\"}]}\n```"));
  }

  @Test
  void halfAnAnswerGivesWhatIsWhole() {
    MadeTasks half = MadeTasks.of("{\"tasks\": [\"Measure it\", \"Write it down\", \"And th");
    assertEquals(TWO, half.tasks());
    assertTrue(half.problem().contains("cut short"), half.problem());
  }

  @Test
  void rubbishIsSaidToBeThat() {
    assertEquals(List.of(), MadeTasks.of("I am a helpful assistant.").tasks());
    assertTrue(MadeTasks.of("I am a helpful assistant.").problem().contains("I am a helpful assistant."));
    assertEquals("The model answered nothing.", MadeTasks.of(" ").problem());
    assertEquals("The model found no task in it.", MadeTasks.of("{\"tasks\": []}").problem());
    assertEquals("The model found no task in it.", MadeTasks.of("{\"answer\": 42}").problem());
  }

  @Test
  void tenThousandTasksAreTheFirstOnesAndSaid() {
    String many = IntStream.range(0, 10_000).mapToObj(i -> "\"Task " + i + "\"").collect(Collectors.joining(","));
    MadeTasks made = MadeTasks.of("{\"tasks\":[" + many + "]}");
    assertEquals(MadeTasks.MOST, made.tasks().size());
    assertEquals("Task 0", made.tasks().getFirst());
    assertEquals("The model found 10000 tasks; these are the first 200.", made.problem());
  }
}
