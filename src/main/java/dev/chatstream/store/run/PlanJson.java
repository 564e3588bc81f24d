package dev.chatstream.store.run;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan as one flat JSON object. Several values of one kind stand as `model.1`, `model.2`, ...
final class PlanJson {

  private static final int SCHEMA = 1;
  private static final String SET = "set.";

  private PlanJson() {}

  static String line(RunPlan plan) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("id", plan.id());
    fields.put("created", plan.created().toString());
    fields.put("list", plan.list());
    fields.put("template", plan.template().text());
    fields.put("filter", plan.filter());
    fields.put("rows", plan.rows());
    many(fields, "model.", plan.models());
    fields.put("system", plan.settings().system());
    plan.settings().values().forEach(
        (parameter, value) -> fields.put(SET + parameter.wireName(), parameter.text(value)));
    fields.put("parallel", plan.parallel());
    many(fields, "host.", plan.hosts());
    fields.put("limit_tokens", plan.limits().tokens());
    plan.limits().time().ifPresent(time -> fields.put("limit_seconds", time.toSeconds()));
    fields.put("stall_ms", plan.limits().stall().toMillis());
    return FlatJson.line(fields);
  }

  private static void many(Map<String, Object> fields, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      fields.put(name + (i + 1), values.get(i));
    }
  }

  /// @throws IOException when it is no plan, or one of a newer version
  static RunPlan read(String line) throws IOException {
    Map<String, String> fields = FlatJson.read(line);
    if (!String.valueOf(SCHEMA).equals(fields.get("schema"))) {
      throw new IOException("it is a plan of another version");
    }
    try {
      RunPlan plan = new RunPlan(
          needed(fields, "id"),
          Instant.parse(needed(fields, "created")),
          needed(fields, "list"),
          new PromptTemplate(needed(fields, "template")),
          needed(fields, "filter"),
          Integer.parseInt(needed(fields, "rows")),
          many(fields, "model."),
          settings(fields),
          Integer.parseInt(needed(fields, "parallel")),
          many(fields, "host."),
          limits(fields));
      plan.jobs();
      return plan;
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new IOException("a value of it is none", e);
    }
  }

  private static String needed(Map<String, String> fields, String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("it has no " + name);
    }
    return value;
  }

  private static List<String> many(Map<String, String> fields, String name) throws IOException {
    List<String> values = new ArrayList<>();
    for (int i = 1; fields.containsKey(name + i); i++) {
      values.add(fields.get(name + i));
    }
    if (values.isEmpty()) {
      throw new IOException("it has no " + name + "1");
    }
    return values;
  }

  private static ChatSettings settings(Map<String, String> fields) {
    ChatSettings settings = ChatSettings.NONE.withSystem(fields.getOrDefault("system", ""));
    for (Parameter parameter : Parameter.values()) {
      Optional<Object> value =
          Optional.ofNullable(fields.get(SET + parameter.wireName())).flatMap(parameter::read);
      if (value.isPresent()) {
        settings = settings.with(parameter, value.get());
      }
    }
    return settings;
  }

  private static RunLimits limits(Map<String, String> fields) throws IOException {
    return new RunLimits(
        Long.parseLong(needed(fields, "limit_tokens")),
        Optional.ofNullable(fields.get("limit_seconds")).map(Long::parseLong).map(Duration::ofSeconds),
        Duration.ofMillis(Long.parseLong(needed(fields, "stall_ms"))));
  }
}
