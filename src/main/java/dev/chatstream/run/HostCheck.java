package dev.chatstream.run;

import dev.chatstream.model.ModelException;
import java.util.List;

/// Looks whether the servers of a run answer and have its models.
public final class HostCheck {

  private HostCheck() {}

  /// Asks each of them. Blocks.
  ///
  /// @throws RunRefused when none answers, or those that do haven't got a model
  public static void of(List<RunHost> hosts, List<String> models) throws RunRefused {
    look(hosts.stream().map(host -> new Lane(host, RunPace.USUAL)).toList(), models);
  }

  /// The same; one that doesn't answer is looked at again later.
  static void look(List<Lane> lanes, List<String> models) throws RunRefused {
    String why = "";
    int answering = 0;
    for (Lane lane : lanes) {
      try {
        lane.look(models);
        answering++;
      } catch (ModelException failed) {
        why = failed.error().happened();
        lane.lost(why, System.nanoTime());
      }
    }
    if (answering == 0) {
      throw new RunRefused(RunRefused.Kind.NO_MODEL, why);
    }
    for (String model : models) {
      if (answering == lanes.size() && lanes.stream().allMatch(lane -> lane.model(model).isEmpty())) {
        throw new RunRefused(RunRefused.Kind.NO_MODEL, model + " isn't on " + lanes.getFirst().name() + ".");
      }
    }
  }
}
