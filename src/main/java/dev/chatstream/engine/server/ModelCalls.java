package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// The calls that tell about the one model there is.
final class ModelCalls {
  private final String name;
  private final Generator generator;
  private final Residence residence;

  ModelCalls(String name, Generator generator, Residence residence) {
    this.name = name;
    this.generator = generator;
    this.residence = residence;
  }

  /// @throws ApiException 404 for any other model, 400 for none; a name without a tag means `latest`
  void require(String asked) throws ApiException {
    if (asked.isEmpty()) {
      throw ApiException.bad("model is required");
    }
    if (!asked.equals(name) && !asked.equals(name + ":latest")) {
      throw new ApiException(404, "model '" + asked + "' not found");
    }
  }

  String name() {
    return name;
  }

  ObjectNode tags() {
    ObjectNode json = Fields.object();
    ObjectNode model = entry(json.putArray("models"));
    model.put("modified_at", modified());
    capabilities(model);
    return json;
  }

  ObjectNode ps() {
    ObjectNode json = Fields.object();
    ArrayNode models = json.putArray("models");
    if (residence.loaded() && generator.contextTokens() > 0) {
      ObjectNode model = entry(models);
      model.put("expires_at", residence.until().toString());
      model.put("size_vram", 0);
      model.put("context_length", generator.contextTokens());
    }
    return json;
  }

  ObjectNode show() {
    ModelFacts facts = generator.facts();
    ObjectNode json = Fields.object();
    json.put("modelfile", "").put("parameters", "").put("template", facts.chatTemplate());
    details(json);
    ObjectNode info = json.putObject("model_info");
    facts.metadata().forEach(info::putPOJO);
    info.put("general.parameter_count", facts.parameters());
    capabilities(json);
    json.put("modified_at", modified());
    return json;
  }

  private ObjectNode entry(ArrayNode models) {
    ObjectNode model = models.addObject();
    model.put("name", name).put("model", name).put("size", generator.facts().sizeBytes()).put("digest", "");
    details(model);
    return model;
  }

  private void details(ObjectNode parent) {
    ModelFacts facts = generator.facts();
    ObjectNode details = parent.putObject("details");
    details.put("parent_model", "").put("format", "gguf").put("family", facts.architecture());
    details.putArray("families").add(facts.architecture());
    details.put("parameter_size", facts.parameterSize()).put("quantization_level", facts.quantization());
    details.put("context_length", facts.trainedContext());
  }

  private static void capabilities(ObjectNode parent) {
    parent.putArray("capabilities").add("completion");
  }

  private String modified() {
    return Instant.ofEpochMilli(generator.facts().modifiedMillis()).toString();
  }
}
