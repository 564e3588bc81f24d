package dev.chatstream.store;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A preset as lines of `name = value`: `name`, `system` as often as the prompt has lines, and parameters. Pure.
final class PresetLines {

  private static final String NAME = "name";
  private static final String SYSTEM = "system";

  private PresetLines() {}

  /// Reads a preset. What is wrong is told with the file's name and the line's number; the rest counts.
  ///
  /// @param file its name, `NAME.properties`; gives the preset's name when no line does
  static Preset read(String file, List<String> lines) {
    String name = file.replaceFirst("\\.properties$", "");
    List<String> system = new ArrayList<>();
    Map<Parameter, Object> values = new EnumMap<>(Parameter.class);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String key = key(line);
      String value = value(line);
      if (key.isEmpty() && !comment(line)) {
        problems.add(file + ":" + (i + 1) + ": this is no line of the form name = value.");
      } else if (key.equals(NAME)) {
        name = value.isBlank() ? name : value.strip();
      } else if (key.equals(SYSTEM)) {
        system.add(value);
      } else if (!key.isEmpty()) {
        Optional<String> wrong = parameter(key, value, values);
        int number = i + 1;
        wrong.ifPresent(words -> problems.add(file + ":" + number + ": " + words));
      }
    }
    return new Preset(file, name, new ChatSettings(String.join("\n", system), values), problems);
  }

  private static Optional<String> parameter(String key, String value, Map<Parameter, Object> values) {
    Optional<Parameter> parameter = Parameter.byName(key);
    if (parameter.isEmpty()) {
      return Optional.of("nothing is called " + key + ".");
    }
    Optional<String> wrong = parameter.get().wrong(value);
    if (wrong.isEmpty()) {
      values.put(parameter.get(), parameter.get().read(value).orElseThrow());
    }
    return wrong;
  }

  /// The lines with these settings in the places of those that they had: comments and what is not known stay.
  static List<String> written(List<String> before, String name, ChatSettings settings) {
    List<String> after = new ArrayList<>();
    List<String> left = new ArrayList<>(lines(name, settings));
    for (String line : before) {
      String key = key(line);
      boolean ours = key.equals(NAME) || key.equals(SYSTEM) || Parameter.byName(key).isPresent();
      if (ours) {
        left.stream().filter(each -> key(each).equals(key)).toList().forEach(each -> {
          after.add(each);
          left.remove(each);
        });
      } else {
        after.add(line);
      }
    }
    after.addAll(left);
    return after;
  }

  private static List<String> lines(String name, ChatSettings settings) {
    List<String> lines = new ArrayList<>(List.of(NAME + " = " + name));
    if (!settings.system().isEmpty()) {
      Arrays.stream(settings.system().split("\n", -1)).forEach(line -> lines.add(SYSTEM + " = " + line));
    }
    settings.values().forEach((parameter, value) -> lines.add(parameter.wireName() + " = " + parameter.text(value)));
    return lines;
  }

  private static boolean comment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  private static String key(String line) {
    int equals = line.indexOf('=');
    return comment(line) || equals < 0 ? "" : line.substring(0, equals).strip();
  }

  /// One blank after the sign of equality is for the eye; others belong to the text.
  private static String value(String line) {
    String value = line.substring(line.indexOf('=') + 1);
    return value.startsWith(" ") ? value.substring(1) : value;
  }
}
