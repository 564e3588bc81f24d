package dev.chatstream.core.run;

import java.util.List;

/// What there is to choose from for a run.
///
/// @param lists the files of the task lists
/// @param columns of the list that is chosen; empty while nobody has read it
/// @param models of the server of the chat
/// @param hosts servers that the person gave a name
public record RunOffers(List<String> lists, List<String> columns, List<String> models, List<String> hosts) {

  /// Copies the lists, so that they never change.
  public RunOffers {
    lists = List.copyOf(lists);
    columns = List.copyOf(columns);
    models = List.copyOf(models);
    hosts = List.copyOf(hosts);
  }

  /// With the columns of the list that is chosen.
  public RunOffers withColumns(List<String> known) {
    return new RunOffers(lists, known, models, hosts);
  }
}
