package dev.chatstream.core.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/// A question that is being answered.
///
/// @param id fences events of earlier turns off
/// @param question the message that asked
/// @param answer the id that the answer will have
/// @param model who is asked
/// @param options the parameters that went with it
/// @param started when it was asked
/// @param firstToken when the first piece came; null before
/// @param answering when the first piece of the answer itself came, after the thinking; null before
/// @param heard when the last piece came; before the first one, when it was asked
/// @param loading whether the model has to be loaded for it, as far as is known
/// @param asked about how many tokens the model has to read; 0 when nobody has counted
/// @param part of an answer, with which the answer begins; empty when it begins anew
/// @param pieces how many pieces came; about the number of tokens
public record Turn(
    UUID id,
    UUID question,
    UUID answer,
    String model,
    Map<String, Object> options,
    Instant started,
    Instant firstToken,
    Instant answering,
    Instant heard,
    boolean loading,
    int asked,
    long pieces,
    Phase phase,
    StreamedText text,
    StreamedText thinking,
    String part) {

  /// Tokens of a prompt that even a slow machine reads in a second.
  private static final int READ_PER_SECOND = 50;

  /// How far a turn is.
  public enum Phase {
    /// Sent; nothing came yet: the model is loaded or reads the prompt.
    WAITING,
    /// The model thinks before it answers.
    THINKING,
    /// The answer comes.
    WRITING,
    /// The person wants it to stop.
    STOPPING
  }

  /// A turn that was just asked.
  public static Turn begin(
      UUID id, UUID question, UUID answer, String model, Map<String, Object> options, Instant now) {
    return new Turn(
        id, question, answer, model, options, now, null, null, now, false, 0, 0, Phase.WAITING, StreamedText.empty(),
        StreamedText.empty(), "");
  }

  /// The turn after one more piece.
  public Turn plus(String piece, boolean isThinking, long count, Instant now) {
    Phase next = phase == Phase.STOPPING ? phase : isThinking ? Phase.THINKING : Phase.WRITING;
    return new Turn(
        id,
        question,
        answer,
        model,
        options,
        started,
        firstToken == null ? now : firstToken,
        answering == null && !isThinking ? now : answering,
        now,
        loading,
        asked,
        pieces + count,
        next,
        isThinking ? text : text.append(piece),
        isThinking ? thinking.append(piece) : thinking,
        part);
  }

  /// The turn while it is being stopped.
  public Turn stopping() {
    return new Turn(
        id, question, answer, model, options, started, firstToken, answering, heard, loading, asked,
        pieces, Phase.STOPPING, text, thinking, part);
  }

  /// The turn, now that it is known whether the model has to be loaded for it.
  public Turn withLoading(boolean isLoading) {
    return new Turn(
        id, question, answer, model, options, started, firstToken, answering, heard, isLoading, asked,
        pieces, phase, text, thinking, part);
  }

  /// The turn, now that what the model has to read was counted.
  public Turn withAsked(int tokens) {
    return new Turn(
        id, question, answer, model, options, started, firstToken, answering, heard, loading, tokens,
        pieces, phase, text, thinking, part);
  }

  /// Seconds for which nothing has come, once they are more than may be: loading a model may take four times as long
  /// as a token, and a long prompt as long as a slow machine takes to read it. Empty before that.
  ///
  /// @param patience how long a token may take, in seconds
  public OptionalLong stalled(Instant now, int patience) {
    long quiet = Duration.between(heard, now).toSeconds();
    long most = phase != Phase.WAITING ? patience : loading ? 4L * patience : patience + asked / READ_PER_SECOND;
    return phase != Phase.STOPPING && quiet >= most ? OptionalLong.of(quiet) : OptionalLong.empty();
  }

  /// How long it has been thinking, or did before it answered; zero when it never thought.
  public Duration thought(Instant now) {
    boolean never = thinking.length() == 0 || firstToken == null;
    return never ? Duration.ZERO : Duration.between(firstToken, answering == null ? now : answering);
  }

  /// True as soon as there is something of the answer itself; one that goes on has its part from the start.
  public boolean answers() {
    return answering != null || text.length() > 0;
  }

  /// The turn that goes on with this part of an answer.
  public Turn goingOnWith(String begun, String thought) {
    return new Turn(
        id, question, answer, model, options, started, firstToken, answering, heard, loading, asked,
        pieces, phase, text.append(begun), thinking.append(thought), begun);
  }

  /// True when nothing of an answer came, but for the part that it goes on with.
  public boolean silent() {
    return pieces == 0 || text.length() == 0 && thinking.length() == 0;
  }

  /// True when it was to go on with a part of an answer, and nothing came.
  public boolean addedNothing() {
    return pieces == 0 && (text.length() > 0 || thinking.length() > 0);
  }
}
