package dev.chatstream.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run costs beside the model, compared with a bare loop with as many requests at once: `bench/runs`.
class RunBench {

  private static final int ROWS = Integer.getInteger("bench.rows", 2_000);
  private static final int DELAY = Integer.getInteger("bench.delay", 20);
  private static final int PARALLEL = 8;
  private static final boolean HEAP = Boolean.getBoolean("bench.heap");
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final double MILLION = 1e6;

  @TempDir
  private Path home;

  private record Cost(double seconds, double cpuSeconds) {}

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void compare() throws Exception {
    try (Answering server = new Answering()) {
      List<String> heap = new ArrayList<>();
      bare(server, 1_000); // Warms both sides up.
      run(server, prepared("warm", 1_000), new ArrayList<>());
      RunFolder prepared = prepared("measured", ROWS);
      Cost bare = measured(() -> bare(server, ROWS));
      Cost run = measured(() -> run(server, prepared, heap));
      String row = String.format("| %,d | %d ms | %.1f s | %.1f s | %.1f%% | %.3f ms | %.2f%% | %s |%n", ROWS, DELAY,
          bare.seconds(), run.seconds(), 100 * bare.seconds() / run.seconds(),
          1000 * PARALLEL * (run.seconds() - bare.seconds()) / ROWS,
          100 * (run.cpuSeconds() - bare.cpuSeconds()) / run.seconds(), String.join(", ", heap));
      Files.writeString(Path.of(System.getProperty("bench.out", home.resolve("out").toString())), row);
    }
  }

  private static Cost measured(Work work) throws Exception {
    long cpu = cpuNanos();
    long begun = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - begun) / 1e9, (cpuNanos() - cpu) / 1e9);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void bare(Answering server, int rows) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < PARALLEL; i++) {
      threads.add(Thread.ofVirtual().start(() -> {
        ModelServer model = server.client();
        for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement()) {
          Message asked = Message.fromUser(Ids.next(Instant.now()), Optional.empty(), "row " + row, Instant.now());
          try {
            model.chat(new ChatRequest("fast", List.of(asked), 2048, Map.of()), (text, thinking) -> {});
          } catch (ModelException e) {
            throw new IllegalStateException(e);
          }
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private RunFolder prepared(String name, int rows) throws Exception {
    DataRoot root = DataRoot.open(home.resolve(name));
    TaskListStore lists = new TaskListStore(root, InstantSource.system());
    List<NewTask> tasks = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      tasks.add(new NewTask(Role.USER, "row " + row, "", ""));
    }
    lists.create("list", tasks);
    return new RunPlanner(lists, new RunStore(root)).make(new RunPlan("", Instant.now(), "list",
        PromptTemplate.CONTENT, "", 0, List.of("fast"), ChatSettings.NONE, PARALLEL, List.of("here"), RunLimits.NONE));
  }

  /// What is in memory is looked at four times where that is wanted; the collections that it takes cost time.
  private static void run(Answering server, RunFolder run, List<String> heap) throws Exception {
    Runner runner = new Runner(run, List.of(new RunHost("here", server::client)), RunPace.USUAL,
        InstantSource.system(), new RunListener() {
          private int told;

          @Override
          public void progress(RunProgress progress) {
            if (HEAP && progress.fraction() >= 0.2 * (told + 1) && told < 4) {
              told++;
              System.gc();
              Runtime memory = Runtime.getRuntime();
              heap.add(Math.round((memory.totalMemory() - memory.freeMemory()) / MILLION) + " MB");
            }
          }
        });
    assertEquals(RunPhase.FINISHED, runner.run("bench", false));
  }

  /// Answers each chat with ten words after a while; nothing is kept of what was asked.
  private static final class Answering implements AutoCloseable {

    private static final String CHUNK = "{\"model\":\"fast\",\"message\":{\"role\":\"assistant\",\"content\":\"one two"
        + " three four five six seven eight nine ten\"},\"done\":false}\n"
        + "{\"model\":\"fast\",\"done\":true,\"eval_count\":10,\"prompt_eval_count\":5}\n";
    private static final String TAGS =
        "{\"models\":[{\"name\":\"fast\",\"size\":1,\"details\":{\"family\":\"llama\",\"context_length\":2048}}]}";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Answering() throws IOException {
      Thread.ofVirtual().start(() -> {
        while (!listener.isClosed()) {
          try {
            Socket socket = listener.accept();
            Thread.ofVirtual().start(() -> serve(socket));
          } catch (IOException closed) {
            return;
          }
        }
      });
    }

    ModelServer client() {
      try {
        return new OllamaChatModel(Endpoint.parse("http://127.0.0.1:" + listener.getLocalPort()));
      } catch (ModelException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static void serve(Socket socket) {
      try (socket) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        for (String head = head(in); !head.isEmpty(); head = head(in)) {
          in.skipNBytes(length(head));
          boolean chat = head.startsWith("POST /api/chat");
          if (chat) {
            NEVER.await(DELAY, TimeUnit.MILLISECONDS);
          }
          String body = chat ? CHUNK : TAGS;
          socket.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
              + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException clientHasGone) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static String head(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      for (int b = in.read(); b >= 0; b = in.read()) {
        head.append((char) b);
        if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
          return head.toString();
        }
      }
      return "";
    }

    private static long length(String head) {
      int at = head.indexOf("Content-Length: ");
      return at < 0 ? 0 : Long.parseLong(head.substring(at + 16, head.indexOf('\r', at)));
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
