package dev.chatstream.engine.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/// The child process: `EngineMain FILE NAME CACHE CONTEXT THREADS`, or `EngineMain --trial FILE CACHE CORES`. The
/// first line of standard input is the secret (a trial has none). The first line of standard output is `port N`, or
/// `failed` and a sentence. When standard input ends, or the parent does, so does this.
public final class EngineMain {
  private static final int ARGUMENTS = 5;
  private static final int TRIAL_ARGUMENTS = 4;

  private EngineMain() {}

  /// Started by the parent only.
  public static void main(String[] args) {
    PrintStream answer = System.out;
    // The binding prints to standard output; only the parent's line may stand there.
    System.setOut(System.err);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    int code = 1;
    try {
      work(args, input, answer);
      code = 0;
    } catch (ApiException e) {
      Log.failure("start", e);
      answer.println("failed " + e.getMessage());
    } catch (IOException | RuntimeException | Error e) {
      Log.failure("start", e);
      answer.println("failed The engine failed: " + e + ".");
    } finally {
      answer.flush();
      // A native thread that the binding leaves would keep an ordinary exit waiting for ever.
      Runtime.getRuntime().halt(code);
    }
  }

  private static void work(String[] args, BufferedReader input, PrintStream answer) throws IOException, ApiException {
    if (args.length == TRIAL_ARGUMENTS && args[0].equals("--trial")) {
      ParentWatch.start(input);
      int threads = ThreadTrial.run(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
      answer.println("threads=" + threads);
    } else if (args.length == ARGUMENTS) {
      serve(args, input, answer);
    } else {
      throw new ApiException(500, "The engine isn't started by hand.");
    }
  }

  private static void serve(String[] args, BufferedReader input, PrintStream answer) throws IOException, ApiException {
    String secret = input.readLine();
    if (secret == null || secret.length() < 32) {
      throw new ApiException(500, "The engine got no secret.");
    }
    ParentWatch.start(input);
    Path file = Path.of(args[0]);
    int context = Integer.parseInt(args[3]);
    ModelFacts facts = facts(file);
    LlamaLibrary.load(Path.of(args[2]));
    Generator generator = new LlamaGenerator(file, facts, Integer.parseInt(args[4]));
    try (LoopbackServer server = new LoopbackServer(new Api(secret, args[1], generator, context, Clock.systemUTC()))) {
      generator.load(facts.trainedContext() > 0 ? Math.min(context, facts.trainedContext()) : context);
      answer.println("port " + server.port());
      answer.flush();
      server.serve();
    }
  }

  private static ModelFacts facts(Path file) throws ApiException {
    try {
      return GgufReader.read(file);
    } catch (IOException e) {
      throw new ApiException(500, "The model file can't be used: " + e.getMessage() + ".", e);
    }
  }
}
