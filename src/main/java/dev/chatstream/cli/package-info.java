/// The command line (picocli): the screen when no command is named, and the commands for scripts.
/// Data goes to standard output, everything else to standard error.
///
/// May import: all others; the only package that prints.
package dev.chatstream.cli;
