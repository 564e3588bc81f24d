package dev.chatstream.testing;

import java.util.HashMap;
import java.util.Map;

/// What the scripted server says about itself, unless a test says otherwise.
final class Pages {

  private static final String JSON = "application/json; charset=utf-8";

  private static final String TAGS =
      """
          {"models":[
           {"name":"qwen3:8b","model":"qwen3:8b","size":5225388164,"capabilities":["completion","tools","thinking"],
            "details":{"family":"qwen3","families":["qwen3"],"parameter_size":"8.2B","quantization_level":"Q4_K_M",
                       "context_length":40960}},
           {"name":"fast","model":"fast","size":98362432,
            "details":{"family":"llama","parameter_size":"134.52M","quantization_level":"Q4_1"}},
           {"name":"nomic-embed-text:latest","size":274302450,
            "details":{"family":"nomic-bert","parameter_size":"137M","quantization_level":"F16"}}]}""";

  private static final String SHOW =
      """
          {"details":{"family":"llama","parameter_size":"134.52M","quantization_level":"Q4_1"},
           "model_info":{"general.architecture":"llama","general.parameter_count":134515008,"llama.context_length":2048},
           "capabilities":["completion"]}""";

  private Pages() {}

  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new HashMap<>();
    all.put("/api/version", (request, reply) -> reply.send(200, JSON, "{\"version\":\"0.33.1\"}"));
    all.put("/api/tags", (request, reply) -> reply.send(200, JSON, TAGS));
    all.put("/api/show", (request, reply) -> {
      if (request.text().contains("\"fast\"")) {
        reply.send(200, JSON, SHOW);
      } else {
        reply.error(404, "model not found");
      }
    });
    return all;
  }
}
