package dev.chatstream.core.run;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Parameters of a model in one line, such as `temperature=0.2 num_ctx=4096`; each is checked by its type and range as
/// in a chat.
///
/// @param settings what was understood
/// @param problem what is wrong, as a sentence; empty when all is right
public record RunParameters(ChatSettings settings, Optional<String> problem) {

  /// Where a value begins; it ends where the next one does, so that it may hold blanks.
  private static final Pattern NAME = Pattern.compile("(?:^|\\s)([A-Za-z_]+)=");

  /// Reads them.
  public static RunParameters of(String typed) {
    List<MatchResult> names = new ArrayList<>(NAME.matcher(typed).results().toList());
    if (names.isEmpty() || !typed.substring(0, names.getFirst().start()).isBlank()) {
      return typed.isBlank() ? new RunParameters(ChatSettings.NONE, Optional.empty()) : wrong(hint());
    }
    ChatSettings settings = ChatSettings.NONE;
    for (int i = 0; i < names.size(); i++) {
      int end = i + 1 < names.size() ? names.get(i + 1).start() : typed.length();
      String name = names.get(i).group(1);
      String value = typed.substring(names.get(i).end(), end).strip();
      Optional<Parameter> parameter = Parameter.byName(name);
      if (parameter.isEmpty()) {
        return wrong("There is no parameter called " + name + ". " + hint());
      }
      Optional<Object> read = parameter.get().read(value);
      if (read.isEmpty()) {
        return wrong(parameter.get().wrong(value).orElse(hint()));
      }
      settings = settings.with(parameter.get(), read.get());
    }
    return new RunParameters(settings, Optional.empty());
  }

  private static RunParameters wrong(String sentence) {
    return new RunParameters(ChatSettings.NONE, Optional.of(sentence));
  }

  private static String hint() {
    return "There are: " + Arrays.stream(Parameter.values()).map(Parameter::wireName)
        .collect(Collectors.joining(", ")) + ".";
  }

  /// As they are typed.
  public static String text(ChatSettings settings) {
    return settings.values().entrySet().stream()
        .map(set -> set.getKey().wireName() + "=" + set.getKey().text(set.getValue()))
        .collect(Collectors.joining(" "));
  }
}
