package dev.chatstream.ui.chat;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.core.state.ServerState;
import dev.chatstream.core.state.Turn;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.chat.StatusLine.Place;
import dev.chatstream.ui.chat.StatusLine.Wish;
import dev.chatstream.ui.text.JobWords;
import dev.chatstream.ui.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The words of the status line. Nothing in it counts while all is at rest.
final class StatusText {

  private static final int BAR = 8;

  private final Look look;
  private UUID measured;
  private long measuredAt;
  private String speed = "";
  private ChatFacts facts = ChatFacts.NONE;

  StatusText(Look look) {
    this.look = look;
  }

  /// What stands in it, the most important first.
  StatusLine of(AppState state) {
    ServerState server = state.server();
    Optional<Turn> turn = state.chat().turn();
    OptionalLong stalled = Availability.stalled(state);
    String activity = activity(state, stalled);
    List<Wish> wishes = new ArrayList<>();
    wishes.add(new Wish(Place.STATE, activity));
    wishes.add(new Wish(Place.MODEL, server.model().isEmpty() ? "no model" : server.model()));
    facts = facts.of(state.chat().chat(), server.watch().cut());
    boolean cut = !facts.leftOut().isEmpty();
    Optional<Used> used = cut || facts.used().isEmpty()
        ? Optional.empty()
        : Optional.of(new Used(facts.used().getAsLong(), state.window()));
    if (cut) {
      wishes.add(new Wish(Place.CONTEXT, "context full"));
    }
    used.ifPresent(use -> wishes.add(new Wish(Place.CONTEXT, use.brief())));
    if (!server.host().isEmpty()) {
      wishes.add(new Wish(Place.HOST, server.embedded() ? "built-in engine" : server.host()));
    }
    if (!look.lineWords().isEmpty()) {
      wishes.add(new Wish(Place.LINE, look.lineWords()));
    }
    doing(state, wishes);
    if (stalled.isEmpty()) {
      turn.ifPresent(running -> during(running, activity, state, wishes));
    }
    if (cut) {
      wishes.add(new Wish(Place.CONTEXT, "context full: " + facts.leftOut() + " left out"));
    }
    if (!facts.led().isEmpty()) {
      wishes.add(new Wish(Place.SETTINGS, facts.led()));
    }
    used.ifPresent(use -> wishes.add(new Wish(Place.CONTEXT, use.full(look.glyphs().bar(BAR, use.share())))));
    server.watch().inMemory(server.model()).map(model -> stay(model, state.now())).filter(words -> !words.isEmpty())
        .ifPresent(words -> wishes.add(new Wish(Place.STAY, words)));
    SaveState save = state.chat().save();
    boolean others = state.unsaved() && !(save instanceof SaveState.NotSaved);
    boolean news = turn.isPresent() || server.link() instanceof ServerState.Link.Down;
    return new StatusLine(
        wishes, others ? "NOT SAVED: a chat of before" : save(save), state.unsaved(),
        news ? activity.replace("loading model", "loading") : "");
  }

  private String activity(AppState state, OptionalLong stalled) {
    if (stalled.isPresent()) {
      return "stalled " + stalled.getAsLong() + " s";
    }
    if (state.chat().turn().isPresent()) {
      Turn turn = state.chat().turn().get();
      return switch (turn.phase()) {
        case WAITING -> waiting(turn, state.now());
        case THINKING -> "thinking";
        case WRITING -> "writing";
        case STOPPING -> "stopping";
      };
    }
    ServerState server = state.server();
    if (server.engine().isPresent()) {
      return engine(server.engine().get());
    }
    // No switch over types here and in save(): the JVM spins those together at run time, before the first frame.
    if (server.up()) {
      return server.watch().warming().isPresent() ? "loading model" : "ready";
    }
    return server.link() instanceof ServerState.Link.Down ? lost(server, state.now()) : "looking for a server";
  }

  private static String waiting(Turn turn, Instant now) {
    String seconds = " " + since(turn, now) + " s";
    String reads = turn.asked() > 0 ? "reading " + Words.grouped(turn.asked()) + " tok" : "reading";
    return (turn.loading() ? "loading model" : reads) + seconds;
  }

  private static String lost(ServerState server, Instant now) {
    if (server.nextTry() == null) {
      return "no server, asking";
    }
    return "no server, next try " + Math.max(0, Duration.between(now, server.nextTry()).toSeconds()) + " s";
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

  /// What goes on beside the chat.
  private static void doing(AppState state, List<Wish> wishes) {
    state.chat().steering().second()
        .ifPresent(turn -> wishes.add(new Wish(Place.SECOND, "also " + turn.model())));
    List<Pull> pulls = state.server().watch().pulls();
    Optional<Pull> running = pulls.stream().filter(pull -> pull.stage() == Pull.Stage.RUNNING).findFirst();
    running.ifPresent(pull -> wishes.add(new Wish(Place.PULL, "pull " + pull.percent() + "%")));
    state.care().job().ifPresent(job -> wishes.add(new Wish(Place.JOB, JobWords.brief(job))));
  }

  private void during(Turn turn, String activity, AppState state, List<Wish> wishes) {
    if (turn.firstToken() == null || turn.phase() == Turn.Phase.STOPPING) {
      return;
    }
    wishes.add(new Wish(Place.STATE, activity + speed(turn, state)));
    wishes.add(new Wish(Place.TIME, Words.span(since(turn, state.now()))));
    double seconds = Duration.between(turn.started(), turn.firstToken()).toMillis() / 1000.0;
    wishes.add(new Wish(Place.FIRST_TOKEN, "first token " + Math.round(seconds * 10) / 10.0 + " s"));
  }

  private static long since(Turn turn, Instant now) {
    return Math.max(0, Duration.between(turn.started(), now).toSeconds());
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

  /// How much of the window is taken.
  private record Used(long tokens, int window) {

    double share() {
      return Math.min(1, tokens / (double) window);
    }

    private String percent() {
      return (int) (100 * share()) + "%";
    }

    String brief() {
      return "context " + percent() + " of " + Words.tokens(window);
    }

    String full(String bar) {
      return "context " + bar + " " + Words.tokens(tokens) + " of " + Words.tokens(window) + " (" + percent() + ")";
    }
  }

  /// A time of the clock, for a countdown would wake the screen. Once it has passed nothing is said.
  private String stay(LoadedModel model, Instant now) {
    if (!model.there(now)) {
      return "";
    }
    String memory = model.bytes() > 0 ? Words.bytes(model.bytes()) + " " : "";
    if (model.stays(now)) {
      return memory + "in memory";
    }
    return model.until().map(until -> memory + "in memory until " + look.clock(until)).orElse(memory + "in memory");
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
