package dev.chatstream.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.ModelPage;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a server says about itself and its models. Every field may be missing.
final class ModelJson {

  /// `134.52M`, `8.2B`, `8x7B`.
  private static final Pattern PARAMETERS = Pattern.compile("(?:([0-9]{1,3})x)?([0-9]+(?:\\.[0-9]+)?)([KMBT])");

  private final String host;

  ModelJson(String host) {
    this.host = host;
  }

  String version(byte[] json) throws ModelException {
    String version = object(json).path("version").asText("");
    if (version.isEmpty()) {
      throw new ModelException(new ModelError.Protocol(host, "it gives no version"));
    }
    return version;
  }

  List<ModelInfo> tags(byte[] json) throws ModelException {
    List<ModelInfo> models = new ArrayList<>();
    for (JsonNode model : object(json).path("models")) {
      String name = name(model);
      if (!name.isEmpty()) {
        JsonNode details = model.path("details");
        long size = model.path("size").asLong(0);
        int window = details.path("context_length").asInt(model.path("context_length").asInt(0));
        models.add(info(name, size, 0, details, capabilities(model), window));
      }
    }
    models.sort(Comparator.comparing(ModelInfo::name, String.CASE_INSENSITIVE_ORDER));
    return List.copyOf(models);
  }

  /// @param diskBytes from the list of models; this answer doesn't have it
  ModelInfo show(String name, long diskBytes, byte[] json) throws ModelException {
    JsonNode root = object(json);
    JsonNode facts = root.path("model_info");
    long parameters = facts.path("general.parameter_count").asLong(0);
    String architecture = facts.path("general.architecture").asText("");
    int window = facts.path(architecture + ".context_length").asInt(0);
    return info(name, diskBytes, parameters, root.path("details"), capabilities(root), window);
  }

  /// All that stands in an answer about one model.
  ModelPage page(String name, byte[] bytes) throws ModelException {
    JsonNode root = object(bytes);
    JsonNode facts = root.path("model_info");
    String from = Stream.of(
        facts.path("general.architecture").asText(""),
        facts.path("general.basename").asText(""),
        facts.path("general.organization").asText(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
    return new ModelPage(
        show(name, 0, bytes),
        root.path("template").asText(""),
        root.path("parameters").asText(""),
        root.path("license").asText(""),
        root.path("system").asText(""),
        from);
  }

  /// What is in memory. A time that can't be read is unknown.
  List<LoadedModel> loaded(byte[] bytes) throws ModelException {
    List<LoadedModel> models = new ArrayList<>();
    for (JsonNode model : object(bytes).path("models")) {
      models.add(new LoadedModel(
          name(model),
          model.path("size").asLong(0),
          model.path("size_vram").asLong(0),
          time(model.path("expires_at").asText("")),
          model.path("context_length").asInt(0)));
    }
    return models;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  private static ModelInfo info(
      String name, long size, long parameters, JsonNode details, Set<String> capabilities, int window) {
    String label = details.path("parameter_size").asText("");
    return new ModelInfo(
        name,
        size,
        parameters > 0 ? parameters : parameters(label),
        label,
        details.path("quantization_level").asText(""),
        details.path("family").asText(""),
        capabilities,
        window);
  }

  /// How many parameters a label such as `8.2B` means; 0 when it can't be read.
  static long parameters(String label) {
    Matcher matcher = PARAMETERS.matcher(label.strip().toUpperCase(Locale.ROOT).replace('X', 'x'));
    if (!matcher.matches()) {
      return 0;
    }
    long experts = matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
    double unit =
        switch (matcher.group(3)) {
          case "K" -> 1e3;
          case "M" -> 1e6;
          case "B" -> 1e9;
          default -> 1e12;
        };
    return Math.round(experts * Double.parseDouble(matcher.group(2)) * unit);
  }

  private static String name(JsonNode model) {
    return model.path("name").asText(model.path("model").asText(""));
  }

  private static Set<String> capabilities(JsonNode node) {
    Set<String> capabilities = new HashSet<>();
    node.path("capabilities").forEach(capability -> capabilities.add(capability.asText()));
    return capabilities;
  }

  private JsonNode object(byte[] json) throws ModelException {
    try {
      JsonNode root = Wire.tree(json, 0, json.length);
      if (root.isObject()) {
        return root;
      }
    } catch (IOException e) {
      throw new ModelException(new ModelError.Protocol(host, "no JSON"), e);
    }
    throw new ModelException(new ModelError.Protocol(host, "another JSON than Ollama's"));
  }
}
