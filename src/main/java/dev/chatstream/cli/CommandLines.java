package dev.chatstream.cli;

import dev.chatstream.log.Logging;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// Runs the program from its arguments.
public final class CommandLines {

  private CommandLines() {}

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code
  public static int run(String[] args, Map<String, String> environment) {
    return run(args, environment, new FileOutputStream(FileDescriptor.out));
  }

  /// The same, with another standard output for what the commands print.
  static int run(String[] args, Map<String, String> environment, OutputStream out) {
    try {
      Optional<GlobalFlags> screen = GlobalFlags.ofScreen(args);
      return screen.isPresent()
          ? new Screen(screen.get().options(environment), environment).open()
          : Commands.run(args, environment, out);
    } catch (Failed told) {
      Streams.say(told.getMessage());
      return told.exitCode();
    } catch (InvalidPathException noPath) {
      Streams.say("--home: " + noPath.getMessage() + ".");
      return ExitCode.USAGE;
    } catch (InterruptedException ended) {
      return ExitCode.FAILED;
    } finally {
      Logging.stop();
    }
  }

  /// Picocli and all that needs it: loaded only when a command is named, or help is wanted.
  private static final class Commands {

    static int run(String[] args, Map<String, String> environment, OutputStream out) {
      return commandLine(environment, out).execute(separated(args));
    }

    /// A flag whose value may be left out would take the command after it for its value.
    private static String[] separated(String[] args) {
      return Arrays.stream(args)
          .map(arg -> GlobalFlag.byName(arg).filter(GlobalFlag::valueOptional).isPresent() ? arg + "=" : arg)
          .toArray(String[]::new);
    }

    private static CommandLine commandLine(Map<String, String> environment, OutputStream out) {
      GlobalFlags flags = new GlobalFlags();
      Session session = new Session(flags, environment, out);
      CommandLine root = new CommandLine(new RootCommand(session));
      root.addSubcommand(new AskCommand(session));
      root.addSubcommand(new ListsCommand(session));
      root.addSubcommand(new ChatsCommand(session));
      root.addSubcommand(new ShowCommand(session));
      root.addSubcommand(new ExportCommand(session));
      root.addSubcommand(new AppendCommand(session));
      root.addSubcommand(new RunCommand(session));
      root.addSubcommand(new ResumeCommand(session));
      root.addSubcommand(new RunsCommand(session));
      root.addSubcommand(new AttachCommand(session));
      root.addSubcommand(new StopCommand(session));
      root.addSubcommand(new StatsCommand(session));
      root.addSubcommand(new BackupCommand(session));
      root.addSubcommand(new VerifyCommand(session));
      root.addSubcommand(new RestoreCommand(session));
      root.addSubcommand(new TrashCommand(session));
      root.addSubcommand(new CleanCommand(session));
      root.addSubcommand(new RenumberCommand(session));
      root.addSubcommand(new DoublesCommand(session));
      root.addSubcommand(new MergeCommand(session));
      root.addSubcommand(new DoctorCommand(session));
      root.addSubcommand(new ImportCommand(session));
      root.addSubcommand(new MigrateCommand(session));
      for (GlobalFlag flag : GlobalFlag.values()) {
        add(flag, flags, root.getCommandSpec());
      }
      root.setExecutionExceptionHandler((failure, commandLine, parsed) -> failed(failure));
      root.setParameterExceptionHandler((wrong, args) -> usage(wrong));
      root.setUsageHelpAutoWidth(true);
      return root;
    }

    private static void add(GlobalFlag flag, GlobalFlags flags, CommandSpec spec) {
      spec.addOption(OptionSpec.builder(flag.names())
          .type(flag.takesValue() ? String.class : boolean.class)
          .arity(flag.takesValue() ? "1" : "0")
          .paramLabel(flag.valueLabel())
          .description(flag.description())
          .hidden(flag.description().isEmpty())
          .scopeType(ScopeType.INHERIT)
          .setter(new ISetter() {
            @Override
            public <T> T set(T value) {
              if (value != null && !Boolean.FALSE.equals(value)) {
                flags.put(flag, String.valueOf(value));
              }
              return null;
            }
          })
          .build());
    }

    private static int failed(Exception failure) {
      if (failure instanceof Failed told) {
        Streams.say(told.getMessage());
        return told.exitCode();
      }
      Logger.error(failure, "a bug");
      Streams.say("That went wrong: a bug (" + failure.getClass().getSimpleName() + "). The log says more.");
      return ExitCode.FAILED;
    }

    private static int usage(CommandLine.ParameterException wrong) {
      boolean noCommand = wrong instanceof CommandLine.UnmatchedArgumentException unmatched
          && !unmatched.getUnmatched().isEmpty()
          && !unmatched.getUnmatched().getFirst().startsWith("-");
      Streams.say(noCommand
          ? "There is no command " + ((CommandLine.UnmatchedArgumentException) wrong).getUnmatched().getFirst()
              + ". See --help."
          : wrong.getMessage() + ". See --help.");
      return ExitCode.USAGE;
    }
  }
}
