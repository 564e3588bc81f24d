package dev.chatstream.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufReaderTest {
  @TempDir
  Path folder;

  private static byte[] header() {
    ByteBuffer out = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
    out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(2).putLong(5);
    text(out, "general.architecture").putInt(8);
    text(out, "llama");
    text(out, "llama.context_length").putInt(4).putInt(8192);
    text(out, "general.file_type").putInt(4).putInt(15);
    text(out, "tokenizer.ggml.tokens").putInt(9).putInt(8).putLong(2);
    text(out, "a");
    text(out, "b");
    text(out, "tokenizer.chat_template").putInt(8);
    text(out, "{{ messages }}");
    text(out, "w1").putInt(2).putLong(10).putLong(20).putInt(0).putLong(0);
    text(out, "w2").putInt(1).putLong(7).putInt(0).putLong(0);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static ByteBuffer text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return out.putLong(bytes.length).put(bytes);
  }

  @Test
  void readsWhatTheModelSaysOfItself() throws IOException {
    ModelFacts facts = GgufReader.read(Files.write(folder.resolve("m.gguf"), header()));

    assertEquals("llama", facts.architecture());
    assertEquals(8192, facts.trainedContext());
    assertEquals("Q4_K_M", facts.quantization());
    assertEquals(207, facts.parameters());
    assertEquals("{{ messages }}", facts.chatTemplate());
    assertFalse(facts.metadata().containsKey("tokenizer.ggml.tokens"));
  }

  @Test
  void everyCutAndEveryDamagedLengthIsAnError() throws IOException {
    byte[] whole = header();
    for (int length = 0; length < whole.length; length += 3) {
      Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
      assertThrows(IOException.class, () -> GgufReader.read(cut));
    }
    byte[] huge = whole.clone();
    Arrays.fill(huge, 24, 32, (byte) 0x7f);
    Path file = Files.write(folder.resolve("huge.gguf"), huge);
    assertThrows(IOException.class, () -> GgufReader.read(file));
  }
}
