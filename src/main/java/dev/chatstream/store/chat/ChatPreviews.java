package dev.chatstream.store.chat;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.find.Preview;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.file.RegularFile;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// Reads how chats begin and end, without keeping more of them in memory. Takes no lock and changes nothing.
public final class ChatPreviews {

  /// A larger file takes too long for somebody who only passes by.
  static final long LARGEST = 64L << 20;

  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int CHARACTERS = 600;

  private final DataRoot root;
  private final ChatDisk disk = new ChatDisk(FileOps.DISK);

  /// @param root whose chats they are
  public ChatPreviews(DataRoot root) {
    this.root = root;
  }

  /// How a chat looks.
  ///
  /// @param file its file name; empty for a draft, which is found by its id
  /// @param wanted asked after each message
  /// @return empty when it was ended before
  public Optional<Preview> of(String file, UUID id, BooleanSupplier wanted) throws StoreException {
    Path folder = file.isEmpty() ? root.drafts() : root.chats();
    String name = file.isEmpty() ? id + ChatFolder.JSON : file;
    if (!FolderNames.all(folder).contains(name)) {
      return Optional.of(new Preview(file, id, List.of(), "The file is gone."));
    }
    Path path = folder.resolve(name);
    try {
      Optional<BasicFileAttributes> found = RegularFile.look(path);
      if (found.isPresent() && found.get().size() > LARGEST) {
        return Optional.of(new Preview(file, id, List.of(), "Too large for a preview. It opens all the same."));
      }
      Ends ends = new Ends(wanted);
      disk.texts(path, ends);
      return wanted.getAsBoolean() ? Optional.of(new Preview(file, id, ends.parts(), "")) : Optional.empty();
    } catch (StoreException unreadable) {
      return Optional.of(new Preview(file, id, List.of(), unreadable.failure().sentence()));
    }
  }

  /// The first messages of the path and the last ones.
  private static final class Ends implements ChatTexts.Visitor {

    private final BooleanSupplier wanted;
    private final List<Preview.Part> first = new ArrayList<>();
    private final Deque<Preview.Part> last = new ArrayDeque<>();

    Ends(BooleanSupplier wanted) {
      this.wanted = wanted;
    }

    @Override
    public void title(String title) {
      // The list has it.
    }

    @Override
    public boolean message(ChatTexts.Text text) {
      if (text.index() < 0) {
        return false;
      }
      String content = text.content().strip();
      int end = Math.min(CHARACTERS, content.length());
      Preview.Part part = new Preview.Part(
          text.index() + 1, text.role().orElse(Role.ASSISTANT), content.substring(0, end));
      if (first.size() < FIRST) {
        first.add(part);
      } else {
        last.addLast(part);
        if (last.size() > LAST) {
          last.removeFirst();
        }
      }
      return wanted.getAsBoolean();
    }

    List<Preview.Part> parts() {
      List<Preview.Part> all = new ArrayList<>(first);
      all.addAll(last);
      return all;
    }
  }
}
