package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.store.PromptHistory;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.TemplateFiles;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.UnsentOfChats;
import dev.chatstream.store.journal.UnsentText;
import java.time.InstantSource;

/// Keeps what is being written, on the store's thread.
final class WritingCommands {

  private final UnsentText unsent;
  private final UnsentOfChats unsentOfChats;
  private final PromptHistory prompts;
  private final TemplateFiles templates;
  private boolean inputTold;

  WritingCommands(DataRoot root, InstantSource clock, UnsentOfChats unsentOfChats) {
    this.unsent = new UnsentText(root, FileOps.DISK, clock);
    this.unsentOfChats = unsentOfChats;
    this.prompts = new PromptHistory(root, FileOps.DISK);
    this.templates = new TemplateFiles(root);
  }

  /// Does it.
  ///
  /// @return what to tell the loop
  Event run(WritingCommand command) throws StoreException {
    return switch (command) {
      case WritingCommand.KeepInput input -> keepInput(input.text());
      case WritingCommand.KeepPrompt prompt -> keepPrompt(prompt.prompt());
      case WritingCommand.ReadPrompts read -> new Writing.PromptsRead(prompts.read(), read.show());
      case WritingCommand.ReadTemplates nothing -> new Writing.TemplatesRead(templates.read());
      case WritingCommand.KeepTemplate template ->
        new Writing.TemplateKept(templates.keep(template.name(), template.text()));
      case WritingCommand.KeepUnsent text -> keepUnsent(text);
      case WritingCommand.TakeUnsent chat -> new Writing.UnsentTaken(chat.chat(), unsentOfChats.take(chat.chat()));
      case WritingCommand.TakeInput nothing -> new Event.TextReturned(unsent.take());
    };
  }

  /// Comes once a second while somebody types, so a disk that fails is told once.
  private Event keepInput(String text) throws StoreException {
    try {
      unsent.keep(text);
      unsentOfChats.kept(text);
      inputTold = false;
    } catch (StoreException failed) {
      if (!inputTold) {
        inputTold = true;
        throw failed;
      }
    }
    return new Event.ChoiceKept();
  }

  private Event keepPrompt(String prompt) throws StoreException {
    prompts.add(prompt);
    return new Event.ChoiceKept();
  }

  private Event keepUnsent(WritingCommand.KeepUnsent text) throws StoreException {
    unsentOfChats.keep(text.chat(), text.text());
    return new Event.ChoiceKept();
  }
}
