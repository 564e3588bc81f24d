package dev.chatstream.core.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key can mean, wherever one is. Keys that only move within a window are not actions.
public enum Action {
  INTERRUPT("interrupt", "stop, clear or quit", "Stop the reply, else clear the text, else quit (twice)."),
  SAVE("save", "save chat", "Save this chat. The first time it asks for a name, later it marks a save point."),
  SAVE_AS("saveas", "save chat as ...", "Save this chat under another name, in a file of its own."),
  APPEND("append", "append to a chat", "Add this chat's messages to a chat that is saved already."),
  RUN("run", "run a task list", "Ask the model about each row of a task list, behind the screen; go on with a run."),
  TO_TASKS("task", "to a task list", "Make rows of a task list of this chat: of all of it, or what you choose."),
  MAKE_TASKS("maketasks", "make tasks of this", "Let the model say which tasks there are in the chat; you choose."),
  CATEGORIES("categories", "categories of tasks",
      "Categories of the list that was used last: counted, and given by rules, by you or by the model."),
  PAGER("pager", "chat in your pager", "Read this chat in the program that PAGER names."),
  VIEW("view", "chat in your editor",
      "Read this chat in the editor that VISUAL or EDITOR names; changes lead nowhere."),
  EXPORT("export", "export chat ...", "Write this chat to a file as Markdown, HTML or JSON."),
  OPEN("open", "open a chat", "Open an earlier chat, or one that was never named."),
  FIND("find", "find", "Find words in this chat; once more finds them in all chats."),
  NEW("new", "new chat", "Begin a new chat. The one before it is kept."),
  SAVE_POINTS("points", "save points", "Go back to a save point of this chat. Later messages are kept."),
  CHAT("chat", "chat window", "Go to the chat, and back."),
  LISTS("lists", "task lists window", "Go to the task lists."),
  LOG("log", "log window", "Go to the log."),
  NEXT_PANEL("next", "next panel", "Go to the next panel."),
  PREVIOUS_PANEL("previous", "previous panel", "Go to the panel before this one."),
  ZOOM("zoom", "zoom panel", "Give this panel the whole width; again gives it back."),
  COPY("copy", "copy last reply", "Send the last reply to your terminal's clipboard."),
  PLAIN("plain", "plain text", "Show this chat as plain text on the whole screen, to select with the mouse."),
  THINKING("thinking", "open or fold thinking", "Show what the model thought before it answered, or fold it."),
  MODEL("model", "choose a model", "Choose the model that answers."),
  HOST("host", "choose a host", "Talk to a model server on another host."),
  ENGINE("engine", "built-in engine", "Start the built-in engine and its small model."),
  CONTEXT("context", "what the model sees",
      "What of this chat goes to the model; leave out or sum up what does not fit."),
  PREWARM("prewarm", "load model early", "Load the model when typing starts, or only with the first question."),
  STOP("stop", "stop reply", "Stop the reply that is coming. What came is kept."),
  RETRY("retry", "try again", "Ask the last question again. The answer before it is kept."),
  CONTINUE("continue", "go on with the answer", "Let the model go on where the last answer ends. Both are kept."),
  REVISE("revise", "edit your question",
      "Take your last question back into the message; sent again it makes a branch."),
  BRANCHES("tree", "branches", "The chat as a tree: all that was asked again or edited. Go there, or save a branch."),
  COMPARE("compare", "ask a second model", "Let another model answer the same question, beside the first."),
  SETTINGS("params", "prompt, parameters", "The system prompt and the parameters of this chat, and presets of them."),
  UNDO("undo", "undo", "Take back the last append to a task list or a chat, or the last deletion."),
  PROMPTS("prompts", "earlier prompts", "Find what you asked before, in any chat, and take it into the message."),
  QUEUE("queue", "queued questions", "Look at the questions that wait for the reply, and change or remove them."),
  TEMPLATES("templates", "templates", "Take a prompt with blanks into the message; Tab goes from blank to blank."),
  KEEP_TEMPLATE("template", "keep as a template", "Keep the message as a template; blanks are written as {{name}}."),
  EDITOR("edit", "write in your editor", "Write the message in the editor that VISUAL or EDITOR names."),
  PREFERENCES("settings", "settings", "Suit the program: colours, text, models, line, backups, log."),
  KEYS("keys", "your own keys", "How to change keys, and what is wrong in the file of yours. Opens it in your editor."),
  WIDER("wider", "widen the right column", "Give the column at the right more of a wide screen."),
  NARROWER("narrower", "narrow the right column", "Give the column at the right less of a wide screen."),
  COMMANDS("commands", "commands", "Find a command by a few letters."),
  THEME("theme", "themes", "Choose the colours."),
  BACKUP("backup", "back up now", "Make a backup of everything now. Unchanged files take no room."),
  RESTORE("restore", "backups, restore", "Look at the backups, and get files back as they were."),
  TRASH("trash", "trash", "What was deleted, to restore it or to empty the trash."),
  DOCTOR("doctor", "doctor", "Look through the whole library for damage, and mend it."),
  DOUBLES("doubles", "doubles in a list", "Rows of a task list that are there twice, or nearly, side by side."),
  PERFORMANCE("performance", "performance", "How long the disk takes, and how much is kept where."),
  TERMINAL("terminal", "terminal", "What this terminal can do, asked of it: for a report of a bug."),
  HELP("help", "help", "What this window is for, and its keys."),
  REDRAW("redraw", "draw anew", "Draw the whole screen anew."),
  SLOW("slow", "slow line", "Send little, as over a slow line: whole lines, few frames. Again: as fast as it comes."),
  SUSPEND("suspend", "suspend to the shell", "Go to the shell; fg comes back."),
  QUIT("quit", "quit", "End the program. Everything is kept.");

  private final String word;
  private final String title;
  private final String help;

  Action(String word, String title, String help) {
    this.word = word;
    this.title = title;
    this.help = help;
  }

  /// Its command word, typed after a slash.
  public String word() {
    return word;
  }

  /// Its name in lists of commands, lower case.
  public String title() {
    return title;
  }

  /// One sentence for the help.
  public String help() {
    return help;
  }

  /// The action with this command word.
  public static Optional<Action> byWord(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(action -> action.word.equals(wanted)).findFirst();
  }
}
