package dev.chatstream.core.reduce;

import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Omission;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.ServerState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a choice in a dialog does.
final class ChoiceReducer {

  private final Prompts prompts;
  private final TurnReducer turns;
  private final BranchReducer branches;

  ChoiceReducer(Prompts prompts, TurnReducer turns, BranchReducer branches) {
    this.prompts = prompts;
    this.turns = turns;
    this.branches = branches;
  }

  Step reduce(AppState state, Choice choice) {
    return switch (choice) {
      case Choice.TryAgain again ->
        Step.to(state.with(state.server().asking())).and(new Command.Connect());
      case Choice.UseHost host -> useHost(state, host.host());
      case Choice.UseEngine engine ->
        ServerReducer.startEngine(state.without(Dialog.NoServer.class));
      case Choice.CancelEngine cancel -> cancelEngine(state);
      case Choice.WithoutModel without -> Step.to(state.without(Dialog.NoServer.class)
          .with(Notice.info(Phrase.of("No model answers.").then(Action.MODEL, "looks for one."))));
      case Choice.UseModel model -> useModel(state, model.name());
      case RunChoice run -> RunReducer.choose(state, run);
      case Choice.OfModels models -> ModelReducer.choose(state, models);
      case Choice.NameChat name -> name(state, name.name());
      case Choice.OpenChat open -> open(state.without(Dialog.Chats.class), open);
      case Choice.FindEverywhere find -> FindReducer.everywhere(state, find.words());
      case Choice.WantChatMenu menu -> Step.to(state.open(new Dialog.ChatMenu(menu.chat())));
      case Choice.OnChat onChat -> LabelReducer.reduce(state, onChat);
      case Choice.UsedAction used -> Step.to(state.with(state.library().with(
          state.library().find().used(used.action()))));
      case Choice.SortChats sort -> LabelReducer.sort(state, sort.sort());
      case Choice.OpenHit open -> FindReducer.open(state, open.hit(), turns);
      case Choice.DeleteChat chat -> delete(state.without(Dialog.ChatMenu.class), chat);
      case Choice.DeleteList list ->
        Step.to(state).and(new StoreCommand.DeleteList(list.file()), new Command.ReadLists());
      case Choice.Undelete trashed ->
        Step.to(state).and(new StoreCommand.Undelete(trashed.id()), new Command.ReadTrash());
      case Choice.WantEmptyTrash wish -> Step.to(state.open(new Dialog.EmptyTrash()));
      case Choice.EmptyTrash empty -> emptyTrash(state.without(Dialog.EmptyTrash.class));
      case Choice.WantName draft -> wantName(state.without(Dialog.ChatMenu.class), draft);
      case Choice.NameDraft draft -> Step.to(state)
          .and(new StoreCommand.NameDraft(draft.id(), draft.name()), new Command.ReadChats());
      case Choice.WantElsewhere wish -> Step.to(state.open(new Dialog.Elsewhere("~/" + fileName(state.chat()))));
      case Choice.SaveElsewhere file -> Step.to(state)
          .and(new StoreCommand.SaveElsewhere(state.chat().chat(), state.chat().revision(), file.path()));
      case Choice.Examine look -> CareReducer.begin(state, JobKind.LOOK, new Command.Examine());
      case Choice.ReadFinding finding -> Step.to(state.open(CareReducer.whole(finding.finding())));
      case Choice.Mend mend -> CareReducer.begin(state, JobKind.FIX, new Command.Mend());
      case Choice.BackUp backUp -> CareReducer.begin(state, JobKind.BACKUP, new Command.BackUp());
      case Choice.KeepBackingUp wish -> Step.to(state)
          .and(new Command.KeepBackingUp(wish.daily()), new Command.ReadBackups());
      case Choice.PlanRestore plan ->
        CareReducer.begin(state, JobKind.PLAN, new Command.PlanRestore(plan.backup()));
      case Choice.Restore restore -> CareReducer.restore(state, restore.files());
      case Choice.StopJob stop -> CareReducer.stop(state);
      case Choice.AppendToChat target -> Step.to(state)
          .and(new StoreCommand.AppendChat(state.chat().chat(), target.file(), target.goOn()));
      case Choice.OnTalk talk -> TalkReducer.choose(state, talk);
      case Choice.Settle settle -> Step.to(state.without(Dialog.Clashes.class)).and(new StoreCommand.SettleChat(
          state.chat().chat(), state.chat().file(), state.chat().revision(), settle.picks()));
      case Choice.WriteAgain again -> Step.to(state.without(Dialog.Gone.class)).and(new StoreCommand.WriteMissing(
          state.chat().chat(), state.chat().file(), state.chat().revision()));
      case Choice.GoOnIn there -> goOnIn(state.without(Dialog.Gone.class), there.file());
      case Choice.UseCopy copy ->
        Step.to(state.without(Dialog.Damaged.class)).and(new StoreCommand.UseCopy(copy.path()));
      case Choice.GoBackTo point -> goBackTo(state.without(Dialog.SavePoints.class), point.head());
      case Choice.UsePrompt use ->
        Step.to(state.without(Dialog.Prompts.class)).and(new WindowCommand.ReplaceInput(use.prompt()));
      case Choice.UseTemplate use ->
        Step.to(state.without(Dialog.Templates.class)).and(new WindowCommand.BeginTemplate(use.text()));
      case Choice.KeepTemplate keep ->
        Step.to(state).and(new WindowCommand.KeepInputAsTemplate(keep.name()));
      case Choice.EditQueued queued -> Queue.edit(state, queued.number(), queued.question());
      case Choice.DropQueued queued -> Queue.drop(state, queued.number(), queued.question());
      case Choice.LargerWindow window ->
        prompts.sendHeld(state.without(Dialog.Context.class)
            .with(state.chat().withContext(window.tokens(), state.chat().contextFrom())));
      case Choice.StartFrom from ->
        Leaving.leaveOut(state, Leaving.before(state.chat().chat(), from.message()), prompts);
      case Choice.OfContext context -> Leaving.choose(state, context, prompts);
      case Choice.SendAnyway anyway -> prompts.sendHeld(state);
      case Choice.OnBranches branch -> branches.reduce(state.without(Dialog.MessageMenu.class), branch);
      case Choice.OnSettings settings -> SettingsReducer.reduce(state, settings);
      case Choice.OfMessage message -> TakeAlong.choose(state, message);
      case Choice.OnTable table -> TableReducer.choose(state, table);
      case Choice.OnPreferences preference -> PersonalReducer.choose(state, preference);
      case Choice.OnLists lists -> ListJobReducer.choose(state, lists);
      case Choice.UseTheme theme ->
        PersonalReducer.set(state.without(Dialog.Themes.class), Preference.THEME, theme.name())
            .and(new WindowCommand.ShowTheme(theme.name()));
    };
  }

  /// The chat on the screen is there already: what is coming in it goes on.
  private Step open(AppState state, Choice.OpenChat chat) {
    boolean coming = state.chat().turn().isPresent() || state.chat().steering().second().isPresent();
    return coming && SharingReducer.onScreen(state, chat.id(), chat.file())
        ? Step.to(state.withDialogs(List.of()).focusOn(Panel.INPUT))
        : turns.leave(state).and(new StoreCommand.OpenChat(chat.file(), chat.id()));
  }

  private static Step useHost(AppState state, String host) {
    ServerState server = state.server().withEngine(Optional.empty(), false).asking();
    return Step.to(state.with(server.with(server.watch().settled(Optional.empty()))))
        .and(new Command.CancelEngine(), new Command.ConnectTo(host));
  }

  private static Step cancelEngine(AppState state) {
    AppState after = state.without(Dialog.Engine.class)
        .with(state.server().withEngine(Optional.empty(), state.server().embedded()));
    return Step.to(state.server().up() ? after : after.open(new Dialog.NoServer())).and(new Command.CancelEngine());
  }

  private static String fileName(ChatState chat) {
    return chat.named() ? chat.file() : "chat-" + chat.chat().id() + ".json";
  }

  /// A damaged chat has no id, only a file.
  private static Step delete(AppState state, Choice.DeleteChat chat) {
    boolean onScreen = state.chat().chat().id().equals(chat.id())
        || state.chat().named() && state.chat().file().equals(chat.file());
    return onScreen
        ? Step.to(state.with(Notice.info(
            Phrase.of("That one is on the screen.").then(Action.NEW, "begins a new chat, then it can go."))))
        : Step.to(state).and(new StoreCommand.DeleteChat(chat.file(), chat.id(), chat.title()),
            new Command.ReadChats());
  }

  private static Step emptyTrash(AppState state) {
    List<String> ids = state.care().trash().orElse(List.of()).stream().map(TrashRow::id).toList();
    return CareReducer.begin(state, JobKind.EMPTY, new Command.EmptyTrash(ids));
  }

  /// The one on the screen gets its name as always.
  private static Step wantName(AppState state, Choice.WantName draft) {
    String proposal = ChatNames.proposal(draft.title());
    boolean onScreen = state.chat().chat().id().equals(draft.id());
    return Step.to(state.open(onScreen ? new Dialog.Name(proposal) : new Dialog.NameDraft(draft.id(), proposal)));
  }

  private static Step useModel(AppState state, String name) {
    return Step.to(state.with(state.server().withModel(name))
        .without(Dialog.Models.class)
        .without(Dialog.ModelMenu.class)
        .with(Notice.info(name + " answers from now on.")))
        .and(new StoreCommand.KeepChoice("model", name));
  }

  /// A first name, or for a chat that has one a copy under another. The name may be refused, so the chat stays what it
  /// is on the disk until the store has answered.
  private static Step name(AppState state, String name) {
    ChatState chat = state.chat();
    if (!chat.named()) {
      return Step.to(state).and(new StoreCommand.NameChat(chat.chat(), name, chat.revision()));
    }
    return Step.to(state).and(new StoreCommand.CopyChat(chat.chat(), name));
  }

  private static Step goOnIn(AppState state, String file) {
    ChatState chat = state.chat();
    return Step.to(state.with(chat.withFile(file, chat.chat())))
        .and(new StoreCommand.GoOnIn(chat.chat(), chat.file(), file, chat.revision()));
  }

  /// The path that ends at this message becomes the active one; the messages after it go to the branches.
  private static Step goBackTo(AppState state, UUID head) {
    ChatState chat = state.chat();
    ChatTree tree = ChatTree.of(chat.chat());
    Optional<Message> point = tree.message(head);
    if (point.isEmpty()) {
      return Step.to(state.with(Notice.warning("That save point's message is missing.", state.now())));
    }
    Chat after = tree.endingAt(point.get());
    int length = after.conversation().size();
    // What was left out was chosen for the longer chat.
    Chat whole = Omission.of(after).none() ? after : Omission.NONE.in(after);
    return Saving.persist(BranchReducer.moved(state, whole)
        .with(Notice.info("Back at " + length + " messages. The later ones are kept.")));
  }
}
