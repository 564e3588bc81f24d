package dev.chatstream.ui.chat;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.JobWords;
import dev.chatstream.ui.text.SettingsWords;
import dev.chatstream.ui.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The words of the status line.
final class StatusText {

  /// How things stand, the most important first.
  ///
  /// @param parts shown from the left as far as there is room
  /// @param save always shown, at the right
  /// @param alarm whether `save` is a warning
  record Line(List<String> parts, String save, boolean alarm) {}

  private final Look look;
  private UUID measured;
  private long measuredAt;
  private String speed = "";

  StatusText(Look look) {
    this.look = look;
  }

  Line of(AppState state) {
    List<String> parts = new ArrayList<>();
    ServerState server = state.server();
    parts.add(server.model().isEmpty() ? "no model" : server.model());
    if (!server.host().isEmpty()) {
      parts.add(server.embedded() ? "built-in engine" : server.host());
    }
    parts.add(activity(state));
    if (!look.lineWords().isEmpty()) {
      parts.add(look.lineWords());
    }
    state.chat().turn().ifPresent(turn -> during(turn, state, parts));
    if (state.care().job().isPresent()) {
      parts.add(JobWords.brief(state.care().job().get()));
    }
    String context = context(state.chat(), state.window());
    if (!context.isEmpty()) {
      parts.add(context);
    }
    String led = SettingsWords.brief(state.chat().settings());
    if (!led.isEmpty()) {
      parts.add(led);
    }
    SaveState save = state.chat().save();
    boolean others = state.unsaved() && !(save instanceof SaveState.NotSaved);
    return new Line(parts, others ? "NOT SAVED: a chat of before" : save(save), state.unsaved());
  }

  private String activity(AppState state) {
    if (state.chat().turn().isPresent()) {
      Turn turn = state.chat().turn().get();
      return switch (turn.phase()) {
        case WAITING -> "waiting " + Words.span(since(turn, state));
        case THINKING -> "thinking" + speed(turn, state);
        case WRITING -> "writing" + speed(turn, state);
        case STOPPING -> "stopping";
      };
    }
    if (state.server().engine().isPresent()) {
      return engine(state.server().engine().get());
    }
    // No switch over types here and in save(): the JVM spins those together at run time, before the first frame.
    if (state.server().up()) {
      return "ready";
    }
    return state.server().link() instanceof ServerState.Link.Down ? "no server" : "looking for a server";
  }

  private static String engine(EngineStage stage) {
    return switch (stage) {
      case EngineStage.Checking checking -> "engine: checking";
      case EngineStage.Downloading loading ->
        "engine: " + Words.bytes(loading.done()) + (loading.total() > 0 ? " of " + Words.bytes(loading.total()) : "");
      case EngineStage.Extracting extracting -> "engine: unpacking";
      case EngineStage.Loading loading -> "engine: loading";
    };
  }

  private static void during(Turn turn, AppState state, List<String> parts) {
    if (turn.firstToken() != null) {
      parts.add(Words.span(since(turn, state)));
      double seconds = Duration.between(turn.started(), turn.firstToken()).toMillis() / 1000.0;
      parts.add("first token " + Math.round(seconds * 10) / 10.0 + " s");
    }
  }

  private static long since(Turn turn, AppState state) {
    return Math.max(0, Duration.between(turn.started(), state.now()).toSeconds());
  }

  /// Told anew once a second, so that a reader is not distracted and a slow line not filled.
  private String speed(Turn turn, AppState state) {
    long seconds = Duration.between(turn.firstToken(), state.now()).toSeconds();
    if (!turn.id().equals(measured) || seconds != measuredAt) {
      measured = turn.id();
      measuredAt = seconds;
      speed = seconds < 1 ? "" : " " + Words.speed(turn.pieces(), seconds);
    }
    return speed;
  }

  /// What the last answer used of the window, as the server counted it.
  private static String context(ChatState chat, int window) {
    List<Message> all = chat.chat().conversation();
    for (int i = all.size() - 1; i >= 0; i--) {
      Metrics metrics = all.get(i).metrics();
      if (metrics.promptTokens() >= 0) {
        long used = metrics.promptTokens() + Math.max(0, metrics.tokens());
        return "context " + Math.min(100, 100 * used / window) + "% of "
            + Words.tokens(window);
      }
    }
    return "";
  }

  private String save(SaveState save) {
    if (save instanceof SaveState.Saved saved) {
      return "saved " + look.clock(saved.at());
    }
    if (save instanceof SaveState.NotSaved failed) {
      return "NOT SAVED " + look.keys().shown(failed.wayOut());
    }
    if (save instanceof SaveState.ReadOnly) {
      return "read only";
    }
    if (save instanceof SaveState.Elsewhere) {
      return "saved elsewhere";
    }
    return save instanceof SaveState.Draft ? "draft" : save instanceof SaveState.Saving ? "saving" : "";
  }
}
