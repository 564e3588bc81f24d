package dev.chatstream.core.state;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ModelInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of the model server.
///
/// @param host as the person knows it; `engine` for the embedded one
/// @param models what it has
/// @param model who answers; empty when nobody does
/// @param wanted the model the person asked for, at the start or last time; taken as soon as a server has it
/// @param engine how far the embedded engine is on its way up
/// @param embedded whether the embedded engine is the server
/// @param nextTry when the server is asked again; null when it is not
/// @param tries how often in a row it was silent
/// @param watch what is known of its models besides that they are there
public record ServerState(
    String host,
    Link link,
    List<ModelInfo> models,
    String model,
    String wanted,
    Optional<EngineStage> engine,
    boolean embedded,
    Instant nextTry,
    int tries,
    ModelWatch watch) {

  /// How the line to the server is.
  public sealed interface Link {
    /// Not asked yet, or being asked.
    record Asking() implements Link {}

    /// It answers.
    record Up(String version) implements Link {}

    /// It does not answer.
    record Down(ModelError error) implements Link {}
  }

  /// Before anything was asked.
  public static ServerState unknown(String wantedModel) {
    return new ServerState("", new Link.Asking(), List.of(), "", wantedModel, Optional.empty(), false, null, 0,
        ModelWatch.UNKNOWN);
  }

  /// True when the last question got an answer.
  public boolean up() {
    return link instanceof Link.Up;
  }

  /// What is known of the chosen model.
  public Optional<ModelInfo> chosen() {
    return models.stream().filter(info -> info.name().equals(model)).findFirst();
  }

  /// The server answered.
  public ServerState answered(String newHost, String version, List<ModelInfo> newModels, String newModel) {
    ModelWatch known = newHost.equals(host) ? watch : watch.withLoaded(Optional.empty());
    return new ServerState(
        newHost, new Link.Up(version), List.copyOf(newModels), newModel, wanted, engine, embedded, null, 0, known);
  }

  /// The server was silent.
  public ServerState silent(String newHost, ModelError error, Instant again) {
    ModelWatch forgotten = watch.withLoaded(Optional.empty()).withWarming(Optional.empty());
    return new ServerState(
        newHost, new Link.Down(error), models, model, wanted, engine, embedded, again, tries + 1, forgotten);
  }

  /// The person wants it to be asked now.
  public ServerState asking() {
    return new ServerState(host, new Link.Asking(), models, model, wanted, engine, embedded, null, 0, watch);
  }

  /// Another model answers.
  public ServerState withModel(String name) {
    return new ServerState(host, link, models, name, name, engine, embedded, nextTry, tries, watch);
  }

  /// The model that the person asked for.
  public ServerState wanting(String name) {
    return new ServerState(host, link, models, model, name, engine, embedded, nextTry, tries, watch);
  }

  /// The engine is at another stage, or on none.
  public ServerState withEngine(Optional<EngineStage> stage, boolean isServer) {
    return new ServerState(host, link, models, model, wanted, stage, isServer, nextTry, tries, watch);
  }

  /// With other knowledge of its models.
  public ServerState with(ModelWatch now) {
    return new ServerState(host, link, models, model, wanted, engine, embedded, nextTry, tries, now);
  }

  /// It is being asked just now, so nothing is due.
  public ServerState beingAsked() {
    return new ServerState(host, link, models, model, wanted, engine, embedded, null, tries, watch);
  }
}
