package dev.chatstream.cli;

import dev.chatstream.term.Sanitizer;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;

/// Runs the program from its arguments.
public final class CommandLines {

  private CommandLines() {}

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code
  public static int run(String[] args, Map<String, String> environment) {
    return commandLine(environment).execute(args);
  }

  /// The command line with all its commands.
  static CommandLine commandLine(Map<String, String> environment) {
    ScreenCommand screen = new ScreenCommand(environment);
    CommandLine root = new CommandLine(screen);
    Session session = new Session(screen, environment);
    root.addSubcommand(new AskCommand(session));
    root.addSubcommand(new ListsCommand(session));
    root.addSubcommand(new ChatsCommand(session));
    root.addSubcommand(new ShowCommand(session));
    root.addSubcommand(new AppendCommand(session));
    root.setExecutionExceptionHandler((failure, commandLine, parsed) -> failed(failure, commandLine));
    root.setParameterExceptionHandler((wrong, args) -> usage(wrong));
    root.setUsageHelpAutoWidth(true);
    return root;
  }

  private static int failed(Exception failure, CommandLine commandLine) throws Exception {
    if (failure instanceof Failed told) {
      say(commandLine, told.getMessage());
      return told.exitCode();
    }
    throw failure;
  }

  private static int usage(CommandLine.ParameterException wrong) {
    say(wrong.getCommandLine(), wrong.getMessage() + ". See --help.");
    return ExitCode.USAGE;
  }

  private static void say(CommandLine commandLine, String sentence) {
    PrintWriter err = commandLine.getErr();
    err.println(Sanitizer.line(sentence));
    err.flush();
  }
}
