package dev.chatstream.core.state;

import dev.chatstream.core.model.LoadedModel;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Pull;
import dev.chatstream.core.model.TokenRate;
import dev.chatstream.core.model.Wishes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is known of the server's models besides that they are there.
///
/// @param loaded which are in memory, when that was asked last; empty when it is not known
/// @param warming the model that is being loaded ahead of the first question; empty when none is
/// @param rates how each model counts, by its name
/// @param pulls what is being fetched, the first one first; those that broke off stay until they are resumed
/// @param waiting the question that is sent again once the lost server is back; empty when there is none
/// @param cut the messages that the server left out of the last question without a word; empty when it did not
/// @param usual the parameters that models bring along, by their names, as far as somebody asked
/// @param resent the question that was: no question is sent more than twice by itself
public record ModelWatch(
    Optional<List<LoadedModel>> loaded,
    Optional<String> warming,
    Map<String, TokenRate> rates,
    List<Pull> pulls,
    Optional<UUID> waiting,
    Optional<UUID> resent,
    List<UUID> cut,
    Wishes wishes,
    Map<String, Map<Parameter, String>> usual) {

  /// Before anything was asked.
  public static final ModelWatch UNKNOWN = new ModelWatch(
      Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.empty(), List.of(),
      Wishes.USUAL, Map.of());

  /// Copies what it is given, so that it never changes.
  public ModelWatch {
    loaded = loaded.map(List::copyOf);
    rates = Map.copyOf(rates);
    pulls = List.copyOf(pulls);
    cut = List.copyOf(cut);
    usual = Map.copyOf(usual);
  }

  /// What is known of this model's stay in memory.
  public Optional<LoadedModel> inMemory(String model) {
    return loaded.flatMap(all -> LoadedModel.named(all, model));
  }

  /// Whether this model, as far as is known, takes a question with this window at once.
  public boolean ready(String model, int window, Instant now) {
    return inMemory(model).filter(one -> one.serves(window, now)).isPresent();
  }

  /// Whether the model is known not to be there, so that it has to be loaded.
  public boolean absent(String model, int window, Instant now) {
    return loaded.isPresent() && !ready(model, window, now);
  }

  /// How this model counts.
  public TokenRate rate(String model) {
    return rates.getOrDefault(model, TokenRate.UNKNOWN);
  }

  /// The server told what is in its memory.
  public ModelWatch withLoaded(Optional<List<LoadedModel>> now) {
    return new ModelWatch(now, warming, rates, pulls, waiting, resent, cut, wishes, usual);
  }

  /// A model is being loaded ahead, or none is any more.
  public ModelWatch withWarming(Optional<String> model) {
    return new ModelWatch(loaded, model, rates, pulls, waiting, resent, cut, wishes, usual);
  }

  /// One more was learnt about how a model counts.
  public ModelWatch withRate(String model, TokenRate rate) {
    Map<String, TokenRate> more = new HashMap<>(rates);
    more.put(model, rate);
    return new ModelWatch(loaded, warming, more, pulls, waiting, resent, cut, wishes, usual);
  }

  /// Other pulls.
  public ModelWatch withPulls(List<Pull> now) {
    return new ModelWatch(loaded, warming, rates, now, waiting, resent, cut, wishes, usual);
  }

  /// This question waits for the server.
  public ModelWatch waitingFor(UUID question) {
    return new ModelWatch(loaded, warming, rates, pulls, Optional.of(question), resent, cut, wishes, usual);
  }

  /// No question waits any more.
  ///
  /// @param sent the one that was sent again; empty when none was
  public ModelWatch settled(Optional<UUID> sent) {
    return new ModelWatch(loaded, warming, rates, pulls, Optional.empty(), sent.or(() -> resent), cut, wishes, usual);
  }

  /// The server left these messages out, or none.
  public ModelWatch withCut(List<UUID> messages) {
    return new ModelWatch(loaded, warming, rates, pulls, waiting, resent, messages, wishes, usual);
  }

  /// Other wishes.
  public ModelWatch with(Wishes now) {
    return new ModelWatch(loaded, warming, rates, pulls, waiting, resent, cut, now, usual);
  }

  /// This model brings these parameters along.
  public ModelWatch withUsual(String model, Map<Parameter, String> own) {
    Map<String, Map<Parameter, String>> more = new HashMap<>(usual);
    more.put(model, Map.copyOf(own));
    return new ModelWatch(loaded, warming, rates, pulls, waiting, resent, cut, wishes, more);
  }

  /// What this parameter is of this model when the chat does not set it.
  public String usual(String model, Parameter parameter) {
    return usual.getOrDefault(model, Map.of()).getOrDefault(parameter, parameter.usual());
  }
}
