package dev.chatstream.core.model;

import dev.chatstream.core.chat.Chat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a chat is led: its system prompt and the parameters that somebody set. They stand in the chat's file under
/// `system_prompt` and `parameters`, which versions that don't know them keep.
///
/// @param system empty for none
/// @param values what is not as usual, in the order of [Parameter]
public record ChatSettings(String system, Map<Parameter, Object> values) {

  /// Nothing is set.
  public static final ChatSettings NONE = new ChatSettings("", Map.of());

  private static final String SYSTEM = "system_prompt";
  private static final String PARAMETERS = "parameters";

  /// Copies the map, so that it never changes.
  public ChatSettings {
    Map<Parameter, Object> ordered = new EnumMap<>(Parameter.class);
    ordered.putAll(values);
    values = Collections.unmodifiableMap(ordered);
  }

  /// Those of this chat. What can't be is not taken, and stays in the file as it is.
  public static ChatSettings of(Chat chat) {
    String system = chat.extra().get(SYSTEM) instanceof String text ? text : "";
    Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
    if (chat.extra().get(PARAMETERS) instanceof Map<?, ?> found) {
      for (Parameter parameter : Parameter.values()) {
        parameter.accept(found.get(parameter.wireName())).ifPresent(value -> values.put(parameter, value));
      }
    }
    return system.isEmpty() && values.isEmpty() ? NONE : new ChatSettings(system, values);
  }

  /// What the chat's file says and nobody can use, in words.
  public static List<String> problems(Chat chat) {
    List<String> problems = new ArrayList<>();
    if (chat.extra().get(PARAMETERS) instanceof Map<?, ?> found) {
      for (Parameter parameter : Parameter.values()) {
        Object value = found.get(parameter.wireName());
        if (value != null && parameter.accept(value).isEmpty()) {
          problems.add(parameter.wireName() + " in the file is not used: it is " + parameter.range() + ".");
        }
      }
    }
    return List.copyOf(problems);
  }

  /// The chat, led like this. Parameters of the file that this version does not know stay.
  public Chat on(Chat chat) {
    Map<String, Object> extra = new LinkedHashMap<>(chat.extra());
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (extra.get(PARAMETERS) instanceof Map<?, ?> found) {
      found.forEach((name, value) -> parameters.put(String.valueOf(name), value));
    }
    ChatSettings before = of(chat);
    for (Parameter parameter : Parameter.values()) {
      if (values.containsKey(parameter)) {
        parameters.put(parameter.wireName(), values.get(parameter));
      } else if (before.values.containsKey(parameter)) {
        parameters.remove(parameter.wireName());
      }
    }
    putOrRemove(extra, SYSTEM, system, system.isEmpty());
    putOrRemove(extra, PARAMETERS, parameters, parameters.isEmpty());
    return chat.withExtra(extra);
  }

  private static void putOrRemove(Map<String, Object> map, String key, Object value, boolean remove) {
    if (remove) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }

  /// True when nothing is set.
  public boolean isEmpty() {
    return system.isBlank() && values.isEmpty();
  }

  /// With another system prompt.
  public ChatSettings withSystem(String prompt) {
    return new ChatSettings(prompt, values);
  }

  /// With this value; null is as usual.
  public ChatSettings with(Parameter parameter, Object value) {
    Map<Parameter, Object> more = new EnumMap<>(Parameter.class);
    more.putAll(values);
    if (value == null) {
      more.remove(parameter);
    } else {
      more.put(parameter, value);
    }
    return new ChatSettings(system, more);
  }

  /// The value as it is typed; empty when it is as usual.
  public Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(values.get(parameter)).map(parameter::text);
  }

  /// The window that is asked for.
  ///
  /// @param usual when none is set
  public int window(int usual) {
    return values.get(Parameter.NUM_CTX) instanceof Number number ? number.intValue() : usual;
  }

  /// What goes along with a request, by the names of the wire; without the window, which always goes along.
  ///
  /// @param model who is asked; one that is known not to think is not told how to
  public Map<String, Object> options(Optional<ModelInfo> model) {
    boolean thinks = model.map(ModelInfo::capabilities)
        .map(known -> known.isEmpty() || known.contains("thinking"))
        .orElse(true);
    Map<String, Object> options = new LinkedHashMap<>();
    values.forEach((parameter, value) -> {
      boolean useless = parameter == Parameter.THINK && !thinks;
      if (parameter != Parameter.NUM_CTX && !useless) {
        options.put(parameter.wireName(), value);
      }
    });
    return options;
  }
}
