package dev.chatstream.engine.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/// Downloads a file and goes on where an earlier start ended (RFC 9110: Range, If-Range, Content-Range). A server that
/// ignores the range, or has another file by now, makes it start anew.
final class UrlDownload {
  private static final int BUFFER = 1 << 16;
  private static final long REPORT_NANOS = 200_000_000L;
  private static final int FRUITLESS_TRIES = 3;
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final EngineCache cache;
  private final Consumer<EngineStage> stages;
  private final Consumer<String> lines;

  UrlDownload(EngineCache cache, Consumer<EngineStage> stages, Consumer<String> lines) {
    this.cache = cache;
    this.stages = stages;
    this.lines = lines;
  }

  /// Downloads into `part`, which may hold a beginning already; its validator stands beside it.
  void into(PartFile part, URI uri) throws EngineException, InterruptedException {
    int fruitless = 0;
    try (HttpClient client = client()) {
      while (true) {
        long before = part.size();
        try {
          attempt(client, part, uri);
          return;
        } catch (IOException e) {
          Digests.stopIfInterrupted();
          lines.accept("download: " + describe(e));
          fruitless = part.size() > before ? 0 : fruitless + 1;
          if (fruitless == FRUITLESS_TRIES) {
            throw new EngineException("The model's download broke off: " + describe(e)
                + ". What came is kept; the next start goes on.", e);
          }
        }
      }
    } catch (IOException e) {
      throw new EngineException("The model's download can't be written: " + describe(e) + ".", e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NORMAL).build();
  }

  private static String describe(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void attempt(HttpClient client, PartFile part, URI uri)
      throws IOException, InterruptedException, EngineException {
    HttpResponse<InputStream> response = client.send(request(part, uri), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> receive(part.restart(validator(response)), body, length(response));
        case 206 -> receive(goOn(part, response), body, ContentRange.of(response).total());
        case 416 -> {
          part.restart("");
          throw new IOException("the server has another file by now; starting anew");
        }
        default -> throw new EngineException("The model's server says " + response.statusCode() + " for " + uri + ".");
      }
    }
  }

  private static HttpRequest request(PartFile part, URI uri) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    String validator = part.validator();
    if (part.size() > 0 && !validator.isEmpty()) {
      request.header("Range", "bytes=" + part.size() + "-").header("If-Range", validator);
    }
    return request.build();
  }

  private static PartFile goOn(PartFile part, HttpResponse<?> response) throws IOException {
    if (ContentRange.of(response).start() != part.size()) {
      part.restart("");
      throw new IOException("the server sent another part than asked for; starting anew");
    }
    return part;
  }

  /// A weak ETag says nothing about bytes, so it can't be used (RFC 9110, 13.1.5).
  private static String validator(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified")).orElse("");
  }

  private static long length(HttpResponse<?> response) {
    return response.headers().firstValueAsLong("Content-Length").orElse(-1);
  }

  private void receive(PartFile part, InputStream body, long total)
      throws IOException, InterruptedException, EngineException {
    long done = part.size();
    cache.needRoom(Math.max(0, total - done));
    Pace pace = new Pace(done, System::nanoTime);
    byte[] buffer = new byte[BUFFER];
    long told = 0;
    try (OutputStream out = Files.newOutputStream(part.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        if (System.nanoTime() - told >= REPORT_NANOS) {
          stages.accept(pace.at(done, total));
          told = System.nanoTime();
        }
        Digests.stopIfInterrupted();
      }
    }
    stages.accept(pace.at(done, total));
    if (total >= 0 && done != total) {
      throw new IOException(done + " of " + total + " bytes came");
    }
  }

  /// A beginning of a file, and what tells whether the server still has the same one.
  ///
  /// @param file the bytes so far; may not be there yet
  record PartFile(Path file) {

    long size() throws IOException {
      return Files.exists(file) ? Files.size(file) : 0;
    }

    String validator() throws IOException {
      return Files.exists(note()) ? Files.readString(note()) : "";
    }

    PartFile restart(String validator) throws IOException {
      Files.deleteIfExists(file);
      Files.writeString(note(), validator);
      return this;
    }

    void removeNote() throws IOException {
      Files.deleteIfExists(note());
    }

    void remove() throws IOException {
      Files.deleteIfExists(file);
      removeNote();
    }

    private Path note() {
      return file.resolveSibling(file.getFileName() + ".etag");
    }
  }
}
