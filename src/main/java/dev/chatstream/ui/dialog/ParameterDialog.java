package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A value for one parameter; what is wrong with it is said as it is typed.
final class ParameterDialog extends FieldDialog {

  private final Parameter parameter;

  ParameterDialog(Parameter parameter, Look look, AppState state, Consumer<Event> out) {
    super(parameter.wireName(), "Value", state.chat().settings().text(parameter).orElse(""), look, state, out);
    this.parameter = parameter;
  }

  @Override
  protected void entered(String text) {
    choose(new Choice.SetParameter(parameter, text));
  }

  @Override
  protected String note(String text) {
    if (text.isEmpty()) {
      return parameter.help() + " Without a value it is as usual (" + parameter.usual() + ").";
    }
    return parameter.wrong(text).orElse(parameter.help() + " It is " + parameter.range() + ".");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("set", "cancel");
  }
}
