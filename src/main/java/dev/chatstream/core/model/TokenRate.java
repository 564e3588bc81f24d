package dev.chatstream.core.model;

/// How the server's counts of a model compare with [ContextEstimate]: each model cuts text into tokens of its own. The
/// newest counts weigh most.
///
/// @param estimated the sum of the estimates
/// @param counted what the server counted for the same texts
public record TokenRate(double estimated, double counted) {

  /// Nothing was counted yet: the estimate stands.
  public static final TokenRate UNKNOWN = new TokenRate(0, 0);

  /// Beyond this the older half is forgotten, so that a model that was changed is learnt anew.
  private static final double MEMORY = 20_000;

  /// Counts outside of these bounds are no counts of the same text: a server that had a part of it in its cache
  /// counts only the rest, and one with a long template counts more.
  private static final double LEAST = 0.4;

  private static final double MOST = 2.0;

  /// A little more than was learnt, since an overflow that was not foreseen loses messages.
  private static final double MARGIN = 1.03;

  /// Whether anything was learnt.
  public boolean known() {
    return counted > 0;
  }

  /// With one more count; a count that can't be of the same text changes nothing.
  public TokenRate plus(long estimate, long count) {
    if (estimate <= 0 || count < LEAST * estimate || count > MOST * estimate) {
      return this;
    }
    double keep = estimated > MEMORY ? 0.5 : 1;
    return new TokenRate(keep * estimated + estimate, keep * counted + count);
  }

  /// An estimate, put right by what was learnt; never more than the estimate made without knowing the model.
  public int of(long estimate) {
    double right = known() ? Math.min(1, MARGIN * counted / estimated) * estimate : estimate;
    return (int) Math.min(Math.ceil(right), Integer.MAX_VALUE);
  }
}
