package dev.chatstream.ui.keys;

/// Where a key is pressed. A key means first what it means in the context of the window in front, then what it means
/// everywhere.
public enum Context {
  EVERYWHERE("Everywhere", "These work in every panel. ^S means Ctrl-S; Esc s means: press Esc, then s (or Alt-S)."),
  INPUT("Message", "Type here. Enter sends; you can go on typing while a reply comes."),
  CHAT("Chat", "The chat. A letter that means nothing here goes to the message below."),
  LISTS("Task lists", "Your task lists, by name."),
  TABLE("Task table", "The tasks of a list. Each change is kept at once; with marks a key acts on all marked rows."),
  LOG("Log", "Everything that happens, the newest last, back to the oldest file that is kept."),
  TASKS("To a task list", "What is chosen of the chat, the rows it becomes, and the list they go to."),
  RUN_FORM("New run", "What is asked about which rows, and who answers. Nothing is sent before you say so."),
  RUN("Run", "A run of a task list. It goes on behind the screen; a row that says done is on the disk."),
  PICKER("Pickers", "Letters search; Enter chooses."),
  DIALOG("Dialogs", "Letters choose, Esc leaves everything as it is.");

  private final String title;
  private final String help;

  Context(String title, String help) {
    this.title = title;
    this.help = help;
  }

  /// Its name in the help.
  public String title() {
    return title;
  }

  /// What it is for, in one or two sentences.
  public String help() {
    return help;
  }
}
