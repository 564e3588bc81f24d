package dev.chatstream.care.doctor;

import dev.chatstream.care.work.Area;
import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.Content;
import dev.chatstream.care.work.Job;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.care.work.Quarantine;
import dev.chatstream.care.work.Soundness;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatJoin;
import dev.chatstream.store.chat.ChatLook;
import dev.chatstream.store.chat.ChatSalvage;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.list.ListJoin;
import dev.chatstream.store.list.ListLook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Makes a damaged chat or list whole: what can be read of it is joined with what only its newest sound copy has. The
/// damaged file goes to the quarantine byte for byte.
public final class Mending {

  private final Care care;

  /// For this library.
  public Mending(Care care) {
    this.care = care;
  }

  /// What a damaged file would become. Changes nothing.
  ///
  /// @return empty when it is not damaged, can't be read at all, or nothing of it is left anywhere
  public Optional<Mended> offer(LibraryFile file) throws StoreException {
    return joined(file).map(Joined::mended);
  }

  /// Mends it.
  ///
  /// @throws StoreException `NotDone` when there is nothing to mend it with; it is left as it is
  public Mended apply(LibraryFile file) throws StoreException {
    try (LibraryFile.Held lock = file.lock(care.root())) {
      Joined joined = joined(file).orElseThrow(() -> new StoreException(
          new StoreFailure.NotDone(file.relative() + " was not mended", "nothing of it can be read anywhere")));
      String aside = new Quarantine(care).keepCopy(file, new Job(JobListener.NONE));
      joined.writer().write();
      deleteIdx(file);
      Mended mended = joined.mended();
      String words =
          mended.words().replaceFirst("joins", "joined") + "; the damaged file is .store/quarantine/" + aside;
      return new Mended(file, mended.kept(), mended.fromCopy(), mended.places(), words);
    } catch (Cancelled impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @FunctionalInterface
  private interface Writer {
    void write() throws StoreException;
  }

  private record Joined(Mended mended, Writer writer) {}

  private Optional<Joined> joined(LibraryFile file) throws StoreException {
    boolean mendable = file.area() == Area.CHATS || file.area() == Area.DRAFTS || file.area() == Area.LISTS;
    if (!mendable || Soundness.problem(file, file.path(care.root()), file.idx(care.root())).isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = bytes(file);
    Optional<SoundCopy> copy = SoundCopy.of(care, file);
    return file.area() == Area.LISTS ? list(file, bytes, copy) : chat(file, bytes, copy);
  }

  private Optional<Joined> chat(LibraryFile file, byte[] bytes, Optional<SoundCopy> copy) throws StoreException {
    Optional<Chat> older = copy.isEmpty() ? Optional.empty() : Optional.of(ChatLook.at(copy.get().path()).chat());
    ChatSalvage.Found found = ChatSalvage.of(bytes);
    return ChatJoin.of(found, older, care.clock().instant()).map(join -> new Joined(
        mended(file, "message", join.kept(), join.fromCopy(), found.places(), copy),
        () -> join.write(care.ops(), file.path(care.root()), care.clock().instant())));
  }

  private Optional<Joined> list(LibraryFile file, byte[] bytes, Optional<SoundCopy> copy) throws StoreException {
    long counted = ListLook.counted(file.path(care.root()), file.idx(care.root()).orElseThrow());
    byte[] whole = Arrays.copyOf(bytes, (int) Math.min(bytes.length, counted));
    Optional<byte[]> older = copy.isEmpty() ? Optional.empty() : Optional.of(copyBytes(file, copy.get()));
    return ListJoin.of(whole, older).map(join -> new Joined(
        mended(file, "row", join.kept(), join.fromCopy(), join.places(), copy),
        () -> join.write(care.ops(), file.path(care.root()))));
  }

  private static Mended mended(
      LibraryFile file, String what, int kept, int fromCopy, int places, Optional<SoundCopy> copy) {
    String words = "joins " + kept + " " + what + (kept == 1 ? "" : "s") + " that can be read"
        + copy.map(sound -> " with " + fromCopy + " from " + sound.from()).orElse("; there is no older copy")
        + (places == 0 ? "" : "; places that can't be read: " + places);
    return new Mended(file, kept, fromCopy, places, words);
  }

  private byte[] bytes(LibraryFile file) throws StoreException {
    refuseTooLarge(file, file.path(care.root()).toFile().length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Content.ofLibrary(care, file, chunk -> add(bytes, chunk), new Job(JobListener.NONE));
    } catch (Cancelled impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private byte[] copyBytes(LibraryFile file, SoundCopy copy) throws StoreException {
    refuseTooLarge(file, copy.path().toFile().length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Content.of(
          care, care.root().internal(), copy.path(), chunk -> add(bytes, chunk), new Job(JobListener.NONE));
    } catch (Cancelled impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(ByteArrayOutputStream bytes, ByteBuffer chunk) {
    bytes.write(chunk.array(), chunk.position(), chunk.remaining());
  }

  private static void refuseTooLarge(LibraryFile file, long length) throws StoreException {
    if (length > ListJoin.LARGEST) {
      throw new StoreException(new StoreFailure.NotDone(
          file.relative() + " was not mended", "it is larger than 256 MB; restore it from a backup"));
    }
  }

  private void deleteIdx(LibraryFile file) throws StoreException {
    if (file.idx(care.root()).isPresent()) {
      try {
        care.ops().delete(file.idx(care.root()).get());
      } catch (IOException e) {
        throw Failures.writing(e, file.path(care.root()));
      }
    }
  }
}
