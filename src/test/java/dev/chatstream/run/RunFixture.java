package dev.chatstream.run;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import dev.chatstream.testing.ScriptedOllama;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A list, a scripted server and a quick pace.
final class RunFixture implements AutoCloseable {

  static final RunPace QUICK = new RunPace(
      Duration.ofMillis(10), 3, List.of(Duration.ofMillis(5)), Duration.ofMillis(5), Duration.ofMillis(60), 5,
      Duration.ofMillis(1));

  final ScriptedOllama server = ScriptedOllama.start();
  final DataRoot root;
  final TaskListStore lists;
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private RunStore runs;

  RunFixture(Path home) throws StoreException {
    root = DataRoot.open(home);
    lists = new TaskListStore(root, InstantSource.system());
    runs = new RunStore(root);
    models("fast", "echo", "mine", "other");
  }

  /// Says which models the server has.
  void models(String... names) {
    String tags = String.join(",", Arrays.stream(names).map(name -> "{\"name\":\"" + name + "\",\"size\":1,"
        + "\"details\":{\"family\":\"llama\",\"context_length\":4096}}").toList());
    server.page("/api/tags", (request, reply) -> reply.send(
        200, "application/json", "{\"models\":[" + tags + "]}"));
  }

  /// Writes on this disk from now on.
  void disk(FileOps ops) {
    runs = new RunStore(root, ops);
  }

  void list(int rows) throws StoreException {
    list(IntStream.rangeClosed(1, rows).mapToObj(row -> "row " + row).toArray(String[]::new));
  }

  void list(String... contents) throws StoreException {
    lists.create("list", Arrays.stream(contents).map(text -> new NewTask(Role.USER, text, "", "")).toList());
  }

  RunPlan plan(int parallel, String... models) {
    return new RunPlan("", Instant.now(), "list", PromptTemplate.CONTENT, "", 0, List.of(models), ChatSettings.NONE,
        parallel, List.of("here"), new RunLimits(0, RunLimits.NONE.time(), Duration.ofMillis(300)));
  }

  RunFolder make(RunPlan plan) throws Exception {
    return new RunPlanner(lists, runs).make(plan);
  }

  Runner runner(RunFolder run) {
    return runner(run, new RunListener() {
      @Override
      public void told(String sentence) {
        told.add(sentence);
      }
    });
  }

  Runner runner(RunFolder run, RunListener listener) {
    return new Runner(run, List.of(new RunHost("here", () -> {
      try {
        return new OllamaChatModel(Endpoint.parse(server.uri().toString()));
      } catch (ModelException impossible) {
        throw new IllegalStateException(impossible);
      }
    })), QUICK, InstantSource.system(), listener);
  }

  /// The answers in the order of the rows.
  static List<String> answers(RunFolder run) throws StoreException {
    List<String> answers = new ArrayList<>();
    try (RunResults results = RunResults.of(run)) {
      for (int job = 0; job < run.plan().jobs(); job++) {
        answers.add(results.result(job).answer());
      }
    }
    return answers;
  }

  @Override
  public void close() {
    server.close();
  }
}
