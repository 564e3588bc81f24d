package dev.chatstream.core.failure;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;

/// Why a model gave no answer, or only a part of one. What had come is kept, and so is the person's text.
public sealed interface ModelError extends Failure {

  /// What happened, and what to do wherever one is; a script prints this.
  String happened();

  /// What the screen can do about it; empty when nothing.
  default Phrase wayOut() {
    return Phrase.NONE;
  }

  @Override
  default String sentence() {
    return happened();
  }

  @Override
  default Phrase onScreen() {
    return Phrase.of(happened()).then(wayOut());
  }

  /// Nothing listens there, the host is unknown, or the line is down.
  record Unreachable(String host, String reason) implements ModelError {
    @Override
    public String happened() {
      return host + " doesn't answer (" + reason + ").";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// An encrypted connection came about, but the server's certificate is not to be trusted; nothing was sent.
  ///
  /// @param reason the words after "its certificate"
  record Untrusted(String host, String reason) implements ModelError {
    @Override
    public String happened() {
      return host + " isn't safe to talk to: its certificate " + reason + ".";
    }
  }

  /// What a person gave as a server's address is none.
  record BadAddress(String address, String reason) implements ModelError {
    @Override
    public String happened() {
      return address + " " + reason + ".";
    }
  }

  /// No byte came for longer than the watchdog waits.
  record Timeout(String host, long seconds) implements ModelError {
    @Override
    public String happened() {
      return host + " sent nothing for " + seconds + " s.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// The server has no such model.
  record ModelNotFound(String model) implements ModelError {
    @Override
    public String happened() {
      return model + " isn't here.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.of("Text kept.").then(Action.MODEL, "gets it or picks another.");
    }
  }

  /// The model can't do what was asked of it (400).
  record Unsupported(String detail) implements ModelError {
    @Override
    public String happened() {
      return "The model can't do that: " + Quoted.inside(detail) + ".";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.MODEL, "picks another.");
    }
  }

  /// The estimate exceeds the window; nothing was sent.
  record ContextOverflow(int estimatedTokens, int windowTokens) implements ModelError {
    @Override
    public String happened() {
      return "About " + estimatedTokens + " tokens don't fit the window of " + windowTokens + ". Nothing was sent.";
    }
  }

  /// The server wants a key (401).
  record Unauthorized(String host, String signInUrl) implements ModelError {
    @Override
    public String happened() {
      return host + " wants a key" + (signInUrl.isEmpty() ? "" : " (" + signInUrl + ")") + ". Set OLLAMA_API_KEY.";
    }
  }

  /// The server refuses this caller (403).
  record Forbidden(String host, String detail) implements ModelError {
    @Override
    public String happened() {
      return host + " refuses this: " + Quoted.orElse(detail, "forbidden") + ". Check the key.";
    }
  }

  /// Too many requests (429).
  record RateLimited(String host) implements ModelError {
    @Override
    public String happened() {
      return host + " wants fewer requests.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.of("Text kept.").then(Action.RETRY, "tries again later.");
    }
  }

  /// The server's queue is full (503).
  record Busy(String host) implements ModelError {
    @Override
    public String happened() {
      return host + " is busy.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// Any other error status.
  record Server(String host, int status, String detail) implements ModelError {
    @Override
    public String happened() {
      return host + " failed (" + status + "): " + Quoted.orElse(detail, "no reason given") + ".";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// The server reported an error in the middle of the answer.
  record StreamError(String detail) implements ModelError {
    @Override
    public String happened() {
      return "The model stopped: " + Quoted.inside(detail) + ".";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// The stream ended before the model said that it was done.
  record StreamTruncated(String host) implements ModelError {
    @Override
    public String happened() {
      return "Connection to " + host + " lost.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.key(Action.RETRY, "tries again.");
    }
  }

  /// What came is not the API's language.
  record Protocol(String host, String detail) implements ModelError {
    @Override
    public String happened() {
      return host + " doesn't speak Ollama's API: " + detail + ". Check the address.";
    }
  }

  /// The person stopped it.
  record Cancelled() implements ModelError {
    @Override
    public String happened() {
      return "Stopped.";
    }

    @Override
    public Phrase wayOut() {
      return Phrase.of("What came is kept.").then(Action.RETRY, "tries again.");
    }
  }
}
