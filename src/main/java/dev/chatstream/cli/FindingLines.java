package dev.chatstream.cli;

import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Findings as lines, for people or for scripts.
final class FindingLines {

  private FindingLines() {}

  /// Prints them: the worst first for people, one JSON object a line for scripts.
  static void print(Output out, Collection<Finding> findings, boolean json) {
    findings.stream()
        .sorted((one, other) -> other.severity().compareTo(one.severity()))
        .forEach(finding -> {
          if (json) {
            out.line(JsonLine.of(fields(finding)));
          } else {
            out.line(padded(finding.severity()) + visible(finding.where()) + ": " + visible(finding.what()));
            if (!finding.fix().isEmpty()) {
              out.line(" ".repeat(9) + "fix: " + visible(finding.fix()));
            }
          }
        });
  }

  /// The exit code for the worst of them.
  static int exitCode(Collection<Finding> findings) {
    return Finding.worst(findings).orElse(Severity.INFO) == Severity.DAMAGE ? ExitCode.DAMAGE : ExitCode.DONE;
  }

  private static String padded(Severity severity) {
    return severity.word() + " ".repeat(9 - severity.word().length());
  }

  /// A name may hold a line end; each finding stays one line.
  private static String visible(String text) {
    return text.replace("\n", "\\n").replace("\r", "\\r");
  }

  private static Map<String, String> fields(Finding finding) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("severity", finding.severity().word());
    fields.put("check", finding.check());
    fields.put("where", finding.where());
    fields.put("what", finding.what());
    fields.put("fix", finding.fix());
    return fields;
  }
}
