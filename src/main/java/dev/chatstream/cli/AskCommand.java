package dev.chatstream.cli;

import dev.chatstream.app.AskSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// One question, its answer streamed to standard output.
@Command(
    name = "ask",
    description = "Ask a model; the answer streams to standard output. Without TEXT, or with -, reads standard input.")
final class AskCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0..*", arity = "0..*", paramLabel = "TEXT|-", description = "the question")
  private String[] words = {};

  AskCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    String question = question();
    Output out = session.output();
    try (AskSession asking = new AskSession(session.options(), session.root(), session.environment())) {
      asking.ask(question, out::piece, Streams::say);
    } catch (AskSession.Refused refused) {
      if (refused.began()) {
        out.endPieces();
      }
      int written = out.end();
      if (written != ExitCode.DONE) {
        // Nobody reads any more, so nobody asked for the rest.
        return written;
      }
      throw new Failed(refused.noModel() ? ExitCode.NO_MODEL : ExitCode.FAILED, refused.getMessage());
    }
    out.endPieces();
    return out.end();
  }

  /// Piped text goes after the words of the command line, as a document after its question.
  private String question() {
    String typed = String.join(" ", words).strip();
    boolean wanted = typed.isEmpty() || typed.equals("-");
    String piped = wanted || !Streams.inputIsTerminal() ? Input.all() : "";
    String text = wanted ? piped : piped.isBlank() ? typed : typed + "\n\n" + piped;
    if (text.isBlank()) {
      throw new Failed(ExitCode.USAGE, "There is no question. Try: run.sh ask \"How are you?\"");
    }
    return text;
  }
}
