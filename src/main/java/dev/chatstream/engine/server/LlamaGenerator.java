package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.MiroStat;
import de.kherud.llama.args.PoolingType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The binding `de.kherud:llama`, whose llama.cpp is of March 2025.
///
/// What it never does is close a model: the binding's `close()` stops the loop but frees nothing. So a model is loaded
/// once, what a smaller window means is kept by the caller, who counts tokens, and for a larger one the parent starts
/// another process. Its exception is a RuntimeException
/// that no other package can name.
final class LlamaGenerator implements Generator {
  /// Tokens of a prompt between two looks at a cancel: half a second on two slow cores, and as fast as more.
  private static final int BATCH = 128;
  private static final int EMBED_TOKENS = 512;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final ModelFacts facts;
  private final int threads;
  private LlamaModel model;
  private LlamaModel embedder;
  private int contextTokens;

  /// @param threads for generating; a prompt is read with all cores, which is always faster
  LlamaGenerator(Path file, ModelFacts facts, int threads) {
    this.file = file;
    this.facts = facts;
    this.threads = threads;
  }

  @Override
  public ModelFacts facts() {
    return facts;
  }

  @Override
  public int contextTokens() {
    return contextTokens;
  }

  @Override
  public void load(int wanted) throws ApiException {
    if (wanted <= contextTokens) {
      return;
    }
    if (model != null) {
      throw ApiException.bad("num_ctx " + wanted + " exceeds this engine's window of " + contextTokens
          + " tokens; start it with a larger one");
    }
    model = open(parameters(wanted, BATCH));
    contextTokens = wanted;
  }

  private ModelParameters parameters(int context, int batch) {
    ModelParameters parameters = new ModelParameters().setModel(file.toString()).setCtxSize(context)
        .setThreads(threads).setThreadsBatch(Runtime.getRuntime().availableProcessors())
        .setBatchSize(batch).setUbatchSize(batch).disableContextShift();
    if (!NativeTemplates.know(facts.chatTemplate())) {
      parameters.enableJinja();
    }
    parameters.disableLog();
    return parameters;
  }

  private static LlamaModel open(ModelParameters parameters) throws ApiException {
    try {
      return new LlamaModel(parameters);
    } catch (RuntimeException e) {
      throw new ApiException(500, "the model can't be loaded: " + e.getMessage(), e);
    }
  }

  @Override
  public String applyTemplate(List<ChatMessage> messages) throws ApiException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("messages");
    for (ChatMessage message : messages) {
      list.addObject().put("role", message.role()).put("content", TemplateText.pack(message.content()));
    }
    try {
      return TemplateText.unpack(model.applyTemplate(root.toString()));
    } catch (RuntimeException e) {
      throw new ApiException(500, "the model's template failed: " + e.getMessage(), e);
    }
  }

  @Override
  public int countTokens(String text) {
    return model.encode(text).length;
  }

  @Override
  public Outcome generate(String prompt, Sampling sampling, PieceSink sink)
      throws ApiException, InterruptedException, IOException {
    LlamaRun run = start(prompt, sampling);
    boolean ended = false;
    try {
      long begin = System.nanoTime();
      long first = 0;
      int tokens = 0;
      StringBuilder text = new StringBuilder();
      String last = "";
      boolean more = true;
      LlamaRun.Step step = run.next();
      while (more && step instanceof LlamaRun.Piece piece) {
        first = tokens++ == 0 ? piece.nanoTime() : first;
        last = piece.text();
        text.append(last);
        more = sink.take(last);
        step = more ? run.next() : step;
      }
      ended = step instanceof LlamaRun.End;
      if (step instanceof LlamaRun.End end && !end.failure().isEmpty()) {
        throw new ApiException(500, "the model failed: " + end.failure());
      }
      long now = System.nanoTime();
      long promptEnd = tokens == 0 ? now : first;
      int count = ended ? Math.max(tokens, countTokens(text.toString())) : tokens;
      boolean atLimit = ended && !last.isEmpty() && count >= sampling.limit();
      return new Outcome(Math.min(count, sampling.limit()), atLimit, promptEnd - begin, now - promptEnd);
    } finally {
      if (!ended) {
        run.cancel();
      }
    }
  }

  private LlamaRun start(String prompt, Sampling sampling) throws ApiException {
    try {
      return new LlamaRun(model.generate(inference(prompt, sampling)).iterator());
    } catch (RuntimeException e) {
      throw new ApiException(400, "the model refuses this: " + e.getMessage(), e);
    }
  }

  private static InferenceParameters inference(String prompt, Sampling s) {
    InferenceParameters parameters = new InferenceParameters(prompt).setCachePrompt(!s.repeatable())
        .setNPredict(s.limit()).setTemperature(s.temperature()).setTopK(s.topK()).setTopP(s.topP()).setMinP(s.minP())
        .setTypicalP(s.typicalP()).setRepeatLastN(s.repeatLastN()).setRepeatPenalty(s.repeatPenalty())
        .setPresencePenalty(s.presencePenalty()).setFrequencyPenalty(s.frequencyPenalty())
        .setMiroStat(mirostat(s.mirostat())).setMiroStatTau(s.mirostatTau()).setMiroStatEta(s.mirostatEta())
        .setSeed(Math.max(-1, s.seed()));
    if (!s.grammarSchema().isEmpty()) {
      parameters.setGrammar(LlamaModel.jsonSchemaToGrammar(s.grammarSchema()));
    }
    return parameters;
  }

  private static MiroStat mirostat(int version) {
    return switch (version) {
      case 1 -> MiroStat.V1;
      case 2 -> MiroStat.V2;
      default -> MiroStat.DISABLED;
    };
  }

  /// In a second instance, for one that gives vectors gives no text; made at the first call.
  @Override
  public float[] embed(String text) throws ApiException {
    if (embedder == null) {
      ModelParameters parameters = parameters(EMBED_TOKENS, EMBED_TOKENS).enableEmbedding();
      // With the mean of all tokens, or with the usual warm-up, llama.cpp of that month aborts the process.
      parameters.setPoolingType(PoolingType.LAST).skipWarmup();
      embedder = open(parameters);
    }
    int tokens = embedder.encode(text).length;
    if (tokens >= EMBED_TOKENS) {
      throw ApiException.bad("the input has " + tokens + " tokens; this engine embeds up to " + (EMBED_TOKENS - 1));
    }
    try {
      return embedder.embed(text);
    } catch (RuntimeException e) {
      throw new ApiException(500, "the model can't embed: " + e.getMessage(), e);
    }
  }
}
