package dev.chatstream.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskDraftsTest {

  private static final UUID CHAT = new UUID(1, 1);
  private static final UUID MESSAGE = new UUID(1, 2);

  private static TaskDrafts three() {
    return TaskDrafts.of(List.of(row("a"), row("b"), row("c")));
  }

  private static Excerpt row(String text) {
    return new Excerpt(MESSAGE, Role.ASSISTANT, "m", text);
  }

  private static Comparison with(Alike second) {
    return new Comparison(
        1, "l.csv", 7, List.of(Optional.empty(), Optional.of(second), Optional.empty()), List.of(), "");
  }

  private static List<String> texts(TaskDrafts drafts) {
    return drafts.tasks(CHAT).stream().map(NewTask::content).toList();
  }

  @Test
  void whatTheListSaysAlreadyIsLeftOutUntilSomebodyWantsIt() {
    TaskDrafts drafts = three().with(with(new Alike(3, 1)));
    assertEquals(List.of("a", "c"), texts(drafts));
    assertEquals(1, drafts.doubles());
    assertEquals(9, drafts.number(2, 8));
    assertEquals(List.of("a", "b", "c"), texts(drafts.flip(1)));
    assertEquals(0, drafts.flip(1).doubles());
  }

  @Test
  void whatIsOnlyAlikeIsTaken() {
    assertEquals(3, three().with(with(new Alike(3, 0.93))).count());
  }

  @Test
  void allAreTakenInOrLeftOutAtOnce() {
    assertEquals(3, three().with(with(new Alike(3, 1))).flipAll().count());
    assertEquals(0, three().flipAll().count());
  }

  @Test
  void aRowIsWrittenOtherwiseAndKeepsWhereItComesFrom() {
    NewTask first = three().edit(0, "A, better").tasks(CHAT).getFirst();
    assertEquals(new NewTask(Role.ASSISTANT, "A, better", CHAT + "/" + MESSAGE, "m"), first);
    assertEquals(List.of("b", "c"), texts(three().edit(0, " ")));
  }
}
