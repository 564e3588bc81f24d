package dev.chatstream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/// Runs the benchmarks and writes their table.
public final class Micro {

  private Micro() {}

  /// @param arguments the file for the table, then JMH's own flags
  public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
    String[] flags = Arrays.copyOfRange(arguments, 1, arguments.length);
    String table = table(new Runner(options(new CommandLineOptions(flags))).run());
    Files.writeString(Path.of(arguments[0]), table);
    System.out.print("\n" + table);
  }

  /// Short, so that somebody runs it. What the command line says comes first.
  private static Options options(CommandLineOptions asked) {
    TimeValue second = TimeValue.seconds(1);
    return new OptionsBuilder().parent(asked)
        .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).shouldFailOnError(true)
        .forks(asked.getForkCount().orElse(1))
        .warmupIterations(asked.getWarmupIterations().orElse(3)).warmupTime(asked.getWarmupTime().orElse(second))
        .measurementIterations(asked.getMeasurementIterations().orElse(3))
        .measurementTime(asked.getMeasurementTime().orElse(second))
        .build();
  }

  private static String table(Collection<RunResult> results) {
    return "Java " + Runtime.version() + ", with the flags that the program runs with.\n\n"
        + "| | mean | lowest | highest |\n|---|---:|---:|---:|\n"
        + results.stream().map(Micro::row).collect(Collectors.joining());
  }

  /// The range of the rounds and not JMH's error: a confidence interval of three values says nothing.
  private static String row(RunResult result) {
    Statistics rounds = result.getPrimaryResult().getStatistics();
    return "| " + name(result.getParams()) + " | " + time(rounds.getMean()) + " | " + time(rounds.getMin()) + " | "
        + time(rounds.getMax()) + " |\n";
  }

  private static String name(BenchmarkParams params) {
    String name = params.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1.");
    return name + params.getParamsKeys().stream().map(key -> ", " + key + " " + params.getParam(key))
        .collect(Collectors.joining());
  }

  private static String time(double nanos) {
    if (nanos < 1e4) {
      return String.format(Locale.ROOT, "%.0f ns", nanos);
    }
    return nanos < 1e7 ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
        : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
