package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a turn's journal holds, up to the first record that is not whole.
///
/// @param last when the last of it came
/// @param end how the turn ended; empty when the journal breaks off
/// @param damaged whether the file holds more than was taken
record ReadTurn(
    Asked asked, String text, String thinking, long tokens, Instant last, Optional<MessageState> end, boolean damaged) {

  /// Reads a file; empty when not even its first record is whole.
  static Optional<ReadTurn> of(byte[] file) {
    JournalLines lines = JournalLines.of(file);
    Collector collector = new Collector();
    boolean whole = collector.takeAll(lines.records());
    return collector.asked.map(asked -> new ReadTurn(
        asked,
        collector.text.toString(),
        collector.thinking.toString(),
        collector.tokens,
        collector.last,
        collector.end,
        lines.damaged() || !whole));
  }

  /// The answer as far as it is known, with the part that it went on with; empty when the model had said nothing.
  Optional<Message> answer() {
    Message begun = asked.answer();
    boolean goesOn = !begun.content().isEmpty() || !begun.thinking().isEmpty();
    boolean saidNothing = text.equals(begun.content()) && thinking.equals(begun.thinking());
    if (saidNothing && (goesOn || state() != MessageState.DONE)) {
      return Optional.empty();
    }
    return Optional.of(Message.fromModel(
        begun.id(),
        asked.question().id(),
        text,
        thinking,
        begun.model(),
        begun.options(),
        state(),
        new Metrics(-1, -1, -1, -1, tokens, -1, -1),
        last));
  }

  /// How the answer counts: cut where the journal doesn't say more, or not all of it can be read.
  MessageState state() {
    return damaged ? MessageState.CUT : end.orElse(MessageState.CUT);
  }

  private static final class Collector {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private Optional<Asked> asked = Optional.empty();
    private Optional<MessageState> end = Optional.empty();
    private Instant last = Instant.EPOCH;
    private long tokens;
    private long next;

    /// @return false when one of them is none of this turn, or out of its order
    boolean takeAll(List<byte[]> records) {
      for (byte[] record : records) {
        if (!take(record)) {
          return false;
        }
        next++;
      }
      return true;
    }

    private boolean take(byte[] record) {
      try {
        boolean ours = asked.isEmpty() || asked.get().turn().equals(RecordJson.turn(record));
        return ours && end.isEmpty() && take(RecordJson.read(record));
      } catch (IOException | ArithmeticException notOurs) {
        return false; // A sound line of some other kind: told as damage, and the file is kept.
      }
    }

    private boolean take(JournalRecord record) {
      return switch (record) {
        case JournalRecord.Began began when next == 0 -> {
          asked = Optional.of(began.asked());
          Message begun = began.asked().answer();
          text.append(begun.content());
          thinking.append(begun.thinking());
          last = begun.created();
          yield true;
        }
        case JournalRecord.Came came when next > 0 && came.number() == next -> {
          (came.piece().thinking() ? thinking : text).append(came.piece().text());
          tokens += came.piece().tokens();
          last = came.at();
          yield true;
        }
        case JournalRecord.Ended ended when next > 0 && ended.number() == next -> {
          end = Optional.of(ended.state());
          last = ended.at();
          yield true;
        }
        default -> false;
      };
    }
  }
}
