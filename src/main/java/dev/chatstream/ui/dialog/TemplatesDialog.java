package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Template;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Templates of prompts, by name; the current one's text stands below.
final class TemplatesDialog extends PickerDialog<Template> {

  private final List<Template> templates;

  TemplatesDialog(Look look, AppState state, List<Template> templates, Consumer<Event> out) {
    super("Templates", look, state, out);
    this.templates = templates;
    refresh();
  }

  @Override
  protected List<PickerRow<Template>> rows(String searched) {
    return templates == null
        ? List.of()
        : templates.stream()
            .filter(template -> fits(template.name(), searched) || template.text().contains(searched))
            .map(template -> PickerRow.of(template, template.name(), ""))
            .toList();
  }

  @Override
  protected Object source() {
    return templates;
  }

  @Override
  protected String footer() {
    return current().map(Template::text).orElse("");
  }

  @Override
  protected int footerLines() {
    return 2;
  }

  @Override
  protected void moved(Optional<Template> current) {
    markDirty();
  }

  @Override
  protected void chosen(Template template) {
    choose(new Choice.UseTemplate(template.text()));
  }

  @Override
  protected String nothing() {
    return searched().isEmpty()
        ? "No templates yet. They are files in .store/templates, such as translate.md."
        : noMatch("template");
  }

  @Override
  protected String pickerKeys() {
    return enter("into the message");
  }
}
