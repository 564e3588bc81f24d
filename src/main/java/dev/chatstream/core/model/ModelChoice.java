package dev.chatstream.core.model;

import java.util.List;

/// Which of a server's models answers.
public final class ModelChoice {

  private ModelChoice() {}

  /// The wanted model if it is there, else the one that answered until now, else the first that can chat; empty when
  /// there is none.
  public static String among(List<ModelInfo> models, String wanted, String current) {
    for (String name : List.of(wanted, current)) {
      for (ModelInfo model : models) {
        if (names(name, model.name())) {
          return model.name();
        }
      }
    }
    return models.stream()
        .filter(model -> ModelGroup.of(model) != ModelGroup.EMBEDDING)
        .map(ModelInfo::name)
        .findFirst()
        .orElse("");
  }

  /// Whether this is what a person calls that model: a name without a tag means the tag `latest`.
  public static boolean names(String wanted, String model) {
    return !wanted.isEmpty() && (model.equals(wanted) || model.equals(wanted + ":latest"));
  }
}
