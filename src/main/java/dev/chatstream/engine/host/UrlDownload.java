package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Downloads a file and goes on where an earlier start ended (RFC 9110: Range, If-Range, Content-Range). A server that
/// ignores the range, or has another file by now, makes it start anew; one that breaks off is asked again; one that
/// falls silent ends it, for whoever watches a bar that stands still wants to know why.
final class UrlDownload {
  private static final long REPORT_NANOS = 200_000_000L;
  private static final int FRUITLESS_TRIES = 3;
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final EngineCache cache;
  private final Consumer<EngineStage> stages;
  private final Consumer<String> lines;
  private final Supplier<Duration> silence;

  /// @param silence how long to wait for the next bytes; asked for before each wait
  UrlDownload(
      EngineCache cache, Consumer<EngineStage> stages, Consumer<String> lines, Supplier<Duration> silence) {
    this.cache = cache;
    this.stages = stages;
    this.lines = lines;
    this.silence = silence;
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
        } catch (SocketTimeoutException e) {
          throw new EngineException("The model's download stalled: " + uri.getHost() + " sends nothing any more ("
              + e.getMessage() + "). What came is kept; the next start goes on.", e);
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
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
        answer(client, request(part, uri), HttpResponse.BodyHandlers.ofPublisher());
    try (TimedBody body = new TimedBody()) {
      response.body().subscribe(body);
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

  /// The headers, waited for as long as for bytes. Not by the request's own time-out, which in later JDKs goes for the
  /// whole body.
  private <T> HttpResponse<T> answer(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> coming = client.sendAsync(request, handler);
    Duration limit = silence.get();
    try {
      return coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer came for " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      coming.cancel(true);
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

  private void receive(PartFile part, TimedBody body, long total)
      throws IOException, InterruptedException, EngineException {
    long done = part.size();
    cache.needRoom(Math.max(0, total - done));
    Pace pace = new Pace(done, System::nanoTime);
    long told = 0;
    try (FileChannel out = FileChannel.open(part.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (List<ByteBuffer> came = next(body); !came.isEmpty(); came = next(body)) {
        done += write(came, out);
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

  private List<ByteBuffer> next(TimedBody body) throws IOException, InterruptedException {
    return body.next(silence.get());
  }

  private static long write(List<ByteBuffer> buffers, FileChannel out) throws IOException {
    long written = 0;
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        written += out.write(buffer);
      }
    }
    return written;
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
