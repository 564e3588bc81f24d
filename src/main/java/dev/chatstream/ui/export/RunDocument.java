package dev.chatstream.ui.export;

import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunStats;
import dev.chatstream.ui.markdown.HtmlText;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The report of a run: what was asked, how long it took, what failed. As Markdown, or as one page of HTML with plots,
/// no
/// script and nothing from elsewhere.
public final class RunDocument {

  private static final String STYLE =
      """
          body { max-width: 50em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 sans-serif; }
          table { border-collapse: collapse; }
          td, th { border: 1px solid #8886; padding: 0.2em 0.6em; text-align: left; }
          svg { width: 100%; height: auto; }
          pre { white-space: pre-wrap; }
          """;

  private final RunStats stats;
  private final RunPlan plan;

  public RunDocument(RunStats stats) {
    this.stats = stats;
    this.plan = stats.plan();
  }

  /// As Markdown.
  public String markdown() {
    return "# Run of " + plan.list() + "\n\n" + about() + "\n" + times() + failures();
  }

  /// As a page.
  public String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<title>Run of ").append(HtmlText.escaped(plan.list())).append("</title>\n<style>\n").append(STYLE)
        .append("</style>\n</head>\n<body>\n").append(HtmlText.of(markdown()));
    for (RunStats.OfModel model : stats.models()) {
      if (!model.millis().isEmpty()) {
        page.append("<h2>").append(HtmlText.escaped(model.model())).append("</h2>\n")
            .append(DurationPlot.overRows(model.millis())).append(DurationPlot.histogram(model.millis()));
      }
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private String about() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("run", plan.id()));
    rows.add(List.of("begun", plan.created().toString()));
    rows.add(List.of("list", plan.list()));
    rows.add(List.of("rows", Words.grouped(plan.rows()) + (plan.filter().isEmpty() ? "" : ", " + plan.filter())));
    rows.add(List.of("models", String.join(", ", plan.models())));
    rows.add(List.of("at once", String.valueOf(plan.parallel())));
    rows.add(List.of("servers", String.join(", ", plan.hosts())));
    rows.add(List.of("prompt", plan.template().text()));
    if (!plan.settings().system().isBlank()) {
      rows.add(List.of("system prompt", plan.settings().system()));
    }
    String set = plan.settings().values().entrySet().stream().map(RunDocument::parameter)
        .collect(Collectors.joining(", "));
    rows.add(List.of("parameters", set.isEmpty() ? "as usual" : set));
    return table(List.of("what", ""), rows);
  }

  private static String parameter(Map.Entry<Parameter, Object> set) {
    return set.getKey().wireName() + " = " + set.getKey().text(set.getValue());
  }

  private String times() {
    List<List<String>> rows = new ArrayList<>();
    for (RunStats.OfModel model : stats.models()) {
      rows.add(List.of(model.model(), count(model.done()), count(model.failed()), count(model.skipped()),
          count(model.open()), time(model.quantile(0.5)), time(model.quantile(0.9)), time(model.quantile(0.99)),
          Words.span(model.total() / 1000), Words.grouped(model.promptTokens()), Words.grouped(model.tokens()),
          model.total() == 0 ? "" : String.valueOf(model.tokens() * 1000 / model.total())));
    }
    return "## Times and tokens\n\n" + table(List.of("model", "done", "failed", "skipped", "left", "p50", "p90", "p99",
        "together", "prompt tokens", "tokens", "tok/s"), rows);
  }

  private static String count(int count) {
    return Words.grouped(count);
  }

  private static String time(long millis) {
    return Words.time(millis * 1_000_000);
  }

  private String failures() {
    List<List<String>> rows = new ArrayList<>();
    for (RunStats.OfModel model : stats.models()) {
      model.errors().forEach((error, times) -> rows.add(List.of(model.model(), count(times), error)));
    }
    return rows.isEmpty() ? "" : "\n## Failures\n\n" + table(List.of("model", "rows", "why"), rows);
  }

  private static String table(List<String> heading, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    line(table, heading);
    line(table, heading.stream().map(cell -> "---").toList());
    rows.forEach(row -> line(table, row));
    return table.toString();
  }

  private static void line(StringBuilder table, List<String> cells) {
    table.append('|');
    cells.forEach(cell -> table.append(' ')
        .append(cell.strip().replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")).append(" |"));
    table.append('\n');
  }
}
