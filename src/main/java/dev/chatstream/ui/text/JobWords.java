package dev.chatstream.ui.text;

import dev.chatstream.core.care.Job;

/// How far a job is, in words.
public final class JobWords {

  private JobWords() {}

  /// `Copying, 42% of 1.2 GB, 0:12 left`; what isn't known yet is left out.
  public static String of(Job job) {
    String title = Character.toUpperCase(job.kind().title().charAt(0)) + job.kind().title().substring(1);
    if (job.stopping()) {
      return "Stopping ...";
    }
    StringBuilder words = new StringBuilder(job.what().isEmpty() ? title : job.what());
    if (job.total() > 0) {
      words.append(", ").append(percent(job)).append(" of ").append(Words.bytes(job.total()));
    }
    if (job.secondsLeft() >= 0) {
      words.append(", ").append(Words.span(job.secondsLeft())).append(" left");
    }
    return job.total() > 0 ? words.toString() : words + " ...";
  }

  /// `backing up 42%`, for the status line.
  public static String brief(Job job) {
    return job.kind().title() + (job.total() > 0 ? " " + percent(job) : "");
  }

  private static String percent(Job job) {
    return Math.round(Math.floor(job.share() * 100)) + "%";
  }
}
