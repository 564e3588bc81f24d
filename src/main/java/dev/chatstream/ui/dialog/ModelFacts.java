package dev.chatstream.ui.dialog;

import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.ModelPage;
import dev.chatstream.ui.text.Words;

/// All that a server tells about a model, as text to read.
final class ModelFacts {

  private ModelFacts() {}

  static String of(ModelPage page) {
    ModelInfo info = page.info();
    StringBuilder text = new StringBuilder();
    line(text, "Family", page.from().isEmpty() ? info.family() : page.from());
    line(text, "Size", (info.parameterLabel() + " " + info.quantization()).strip());
    line(text, "Window", info.contextLength() > 0 ? Words.grouped(info.contextLength()) + " tokens" : "");
    line(text, "Can", String.join(", ", info.capabilities().stream().sorted().toList()));
    section(text, "Parameters", page.parameters());
    section(text, "System prompt", page.system());
    section(text, "Template", page.template());
    section(text, "Licence", page.licence());
    return text.toString().strip();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }

  private static void section(StringBuilder text, String title, String body) {
    if (!body.isBlank()) {
      text.append("\n# ").append(title).append('\n').append(body.strip()).append('\n');
    }
  }
}
