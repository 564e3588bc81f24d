package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import java.util.List;
import java.util.Optional;

/// Walking the branches of the chat, making new ones, and saving one as a chat of its own.
final class BranchReducer {

  private final SecondReducer second;

  BranchReducer(SecondReducer second) {
    this.second = second;
  }

  Step reduce(AppState state, Choice.OnBranches choice) {
    return switch (choice) {
      case Choice.Sibling sibling -> sibling(state, sibling.message(), sibling.by());
      case Choice.GoTo there -> goTo(state.without(Dialog.Branches.class), there.message());
      case Choice.ForkFrom from -> forkFrom(state.without(Dialog.Branches.class), from.message());
      case Choice.Revise revise -> revise(state.without(Dialog.Branches.class), revise.message());
      case Choice.SaveBranch branch -> saveBranch(state, branch.message());
      case Choice.AskSecond ask -> second.ask(state, ask.model());
      case Choice.KeepAnswer keep -> second.keep(state, keep.answer());
      case Choice.StopAnswer stop -> second.stop(state, stop.answer());
    };
  }

  /// The person's last question goes back into the input.
  static Step reviseLast(AppState state) {
    return lastQuestion(state.chat().chat()).map(message -> revise(state, message))
        .orElseGet(() -> say(state, "There is no question of yours in this chat."));
  }

  /// The last thing that a person said on the path.
  static Optional<Message> lastQuestion(Chat chat) {
    return chat.conversation().reversed().stream().filter(message -> message.role() == Role.USER).findFirst();
  }

  private static Step revise(AppState state, Message message) {
    if (message.role() != Role.USER) {
      return Step.to(state.with(Notice.info(Phrase.of("Only what you wrote can be edited.")
          .then(Action.RETRY, "asks for another answer."))));
    }
    return allowed(state).orElseGet(() -> {
      Chat there = ChatTree.of(state.chat().chat()).through(message);
      AppState shown = there == state.chat().chat() ? state : moved(state, there);
      ChatState chat = shown.chat();
      return Step.to(shown.with(chat.with(chat.steering().replacing(Optional.of(message)))).focusOn(Panel.INPUT)
          .with(Notice.info("What you send now stands beside that message, on a branch of its own.")))
          .and(new WindowCommand.SwapInput(message.content()));
    });
  }

  /// Whoever gives the new version up finds the input as it was.
  static Step giveUp(AppState state) {
    ChatState chat = state.chat();
    return Step.to(state.with(chat.with(chat.steering().replacing(Optional.empty())))
        .with(Notice.info("Given up. The message stays as it was.")))
        .and(new WindowCommand.GiveInputBack());
  }

  /// The state in which the next question stands beside the one that it replaces, if it does.
  static AppState besideReplaced(AppState state) {
    Optional<Message> replaced = state.chat().steering().replacing();
    if (replaced.isEmpty()) {
      return state;
    }
    AppState shorter = moved(state, ChatTree.of(state.chat().chat()).before(replaced.get()));
    return shorter.with(shorter.chat().with(shorter.chat().steering().replacing(Optional.empty())));
  }

  private static Step sibling(AppState state, Message message, int by) {
    ChatTree tree = ChatTree.of(state.chat().chat());
    List<Message> siblings = tree.siblings(message);
    ChatTree.Fork fork = tree.fork(message);
    int wanted = fork.number() - 1 + by;
    if (!fork.parts()) {
      return Step.to(state.with(Notice.info(Phrase.of("There is no other version of this message.")
          .then(Action.BRANCHES, "shows all branches."))));
    }
    if (wanted < 0 || wanted >= siblings.size()) {
      return say(state, wanted < 0 ? "This is the first version." : "This is the last version.");
    }
    return allowed(state).orElseGet(() -> Saving.persist(moved(state, tree.through(siblings.get(wanted))))
        .then(after -> say(after, "Version " + (wanted + 1) + " of " + siblings.size() + ".")));
  }

  private static Step goTo(AppState state, Message message) {
    Chat there = ChatTree.of(state.chat().chat()).through(message);
    return there == state.chat().chat()
        ? say(state, "You are on that branch.")
        : allowed(state).orElseGet(() -> Saving.persist(moved(state, there))
            .then(after -> say(after, "On that branch now. The others are kept.")));
  }

  private static Step forkFrom(AppState state, Message message) {
    Chat there = ChatTree.of(state.chat().chat()).endingAt(message);
    return there == state.chat().chat()
        ? say(state, "The chat ends there. What you ask now follows it.")
        : allowed(state).orElseGet(() -> Saving.persist(moved(state, there).focusOn(Panel.INPUT))
            .then(after -> say(after, "What you ask now follows that message. What followed it is kept.")));
  }

  /// The copy has what leads to this message and what follows it, and the settings of the chat.
  private static Step saveBranch(AppState state, Message message) {
    Chat chat = state.chat().chat();
    List<Message> path = ChatTree.of(chat).pathThrough(message);
    if (path.isEmpty()) {
      return say(state, "That message is gone.");
    }
    Chat branch = new Chat(
        chat.id(), chat.title(), chat.created(), path, List.of(), List.of(), chat.metadata(), chat.extra());
    String name = state.chat().named() ? chat.title() + " branch" : path.getFirst().content();
    return Step.to(state).and(new StoreCommand.SaveBranch(branch, ChatNames.proposal(name)));
  }

  /// On another path all of it goes to the model, and what was said about the last question is over.
  static AppState moved(AppState state, Chat there) {
    ChatState chat = state.chat();
    return state.with(chat.changed(there).withTrouble(Phrase.NONE).withContext(chat.contextTokens(), 0));
  }

  /// Why the path can't be changed now; empty when it can.
  private static Optional<Step> allowed(AppState state) {
    return Availability.whyNotBranch(state).map(words -> Step.to(state.with(Notice.info(words))));
  }

  private static Step say(AppState state, String sentence) {
    return Step.to(state.with(Notice.info(sentence)));
  }
}
