package dev.chatstream.core.run;

/// What can be said about a run before it is begun, in the order of its form.
public enum RunField {
  LIST("list", "none yet", "The task list whose rows the model is asked about."),
  MODEL("models", "none yet", "Who answers; several, parted by commas, answer one after the other."),
  PROMPT("prompt", "none yet",
      "What is asked; {{content}} is the text of a row, any other column goes as well, \\n is a line end."),
  SYSTEM("system", "none", "The system prompt, such as how to answer; \\n is a line end."),
  PARAMETERS("parameters", "as usual", "Such as temperature=0.2 num_ctx=4096 seed=1. Nothing leaves all as usual."),
  ROWS("rows", "all", "Which rows: status:open prio:A #3,12-20 tag:x \"words\". Nothing takes all."),
  HOSTS("servers", "that of the chat",
      "Who shares the rows: names of your servers or addresses, parted by commas. Nothing: the server of the chat."),
  PARALLEL("at once", "1", "How many rows at once, 1 to 8. More than the server does at once is of no use."),
  TOKENS("most tokens", "no limit", "After so many tokens of answers it stops and can be resumed. Nothing: no limit."),
  TIME("longest time", "no limit", "After this time it stops and can be resumed: 90s, 30m or 8h. Nothing: no limit.");

  private final String title;
  private final String nothing;
  private final String help;

  RunField(String title, String nothing, String help) {
    this.title = title;
    this.nothing = nothing;
    this.help = help;
  }

  /// Its name in the form.
  public String title() {
    return title;
  }

  /// What it means when nothing stands in it.
  public String nothing() {
    return nothing;
  }

  /// What it is for.
  public String help() {
    return help;
  }
}
