package dev.chatstream.cli;

/// The exit codes.
public final class ExitCode {

  /// All went well.
  public static final int DONE = 0;
  /// It did not work.
  public static final int FAILED = 1;
  /// The command line is wrong, or the screen has no terminal.
  public static final int USAGE = 2;
  /// There is no model or no server.
  public static final int NO_MODEL = 3;
  /// A file is damaged.
  public static final int DAMAGE = 4;

  private ExitCode() {}
}
