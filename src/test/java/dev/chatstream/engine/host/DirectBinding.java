package dev.chatstream.engine.host;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Asks the binding with nothing of ours between, and prints its text: `DirectBinding FILE LIBRARY-FOLDER SEED
/// QUESTION`. In a process of its own, for the binding never lets one end.
public final class DirectBinding {
  private DirectBinding() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    System.setProperty("de.kherud.llama.tmpdir", args[1]);
    int seed = Integer.parseInt(args[2]);
    ModelParameters parameters = new ModelParameters().setModel(args[0]).setCtxSize(1024).setThreads(1);
    parameters.disableLog();
    LlamaModel model = new LlamaModel(parameters);
    String prompt = model.applyTemplate("{\"messages\":[{\"role\":\"user\",\"content\":\"" + args[3] + "\"}]}");
    InferenceParameters inference = new InferenceParameters(prompt).setTemperature(seed < 0 ? 0 : 0.8f).setTopK(40)
        .setTopP(0.9f).setMinP(0).setRepeatLastN(64).setRepeatPenalty(1.1f).setSeed(seed).setNPredict(48);
    StringBuilder text = new StringBuilder();
    for (LlamaOutput output : model.generate(inference)) {
      text.append(output.text);
    }
    out.print(text);
    out.flush();
    Runtime.getRuntime().halt(0);
  }
}
