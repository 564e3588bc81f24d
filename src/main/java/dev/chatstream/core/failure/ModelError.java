package dev.chatstream.core.failure;

/// Why a model gave no answer, or only a part of one. What had come is kept, and so is the person's text.
public sealed interface ModelError extends Failure {

  /// What happened, and what to do wherever one is; a script prints this.
  String happened();

  /// What the screen can do about it, with the keys; empty when nothing.
  default String onScreen() {
    return "";
  }

  @Override
  default String sentence() {
    return onScreen().isEmpty() ? happened() : happened() + " " + onScreen();
  }

  /// Nothing listens there, the host is unknown, or the line is down.
  record Unreachable(String host, String reason) implements ModelError {
    @Override
    public String happened() {
      return host + " doesn't answer (" + reason + ").";
    }

    @Override
    public String onScreen() {
      return "^R tries again.";
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
    public String onScreen() {
      return "^R tries again.";
    }
  }

  /// The server has no such model.
  record ModelNotFound(String model) implements ModelError {
    @Override
    public String happened() {
      return model + " isn't here.";
    }

    @Override
    public String onScreen() {
      return "Esc m picks another.";
    }
  }

  /// The model can't do what was asked of it (400).
  record Unsupported(String detail) implements ModelError {
    @Override
    public String happened() {
      return "The model can't do that: " + Words.inside(detail) + ".";
    }

    @Override
    public String onScreen() {
      return "Esc m picks another.";
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
      return host + " refuses this: " + Words.orElse(detail, "forbidden") + ". Check the key.";
    }
  }

  /// Too many requests (429).
  record RateLimited(String host) implements ModelError {
    @Override
    public String happened() {
      return host + " wants fewer requests.";
    }

    @Override
    public String onScreen() {
      return "Text kept. ^R tries again later.";
    }
  }

  /// The server's queue is full (503).
  record Busy(String host) implements ModelError {
    @Override
    public String happened() {
      return host + " is busy.";
    }

    @Override
    public String onScreen() {
      return "^R tries again.";
    }
  }

  /// Any other error status.
  record Server(String host, int status, String detail) implements ModelError {
    @Override
    public String happened() {
      return host + " failed (" + status + "): " + Words.orElse(detail, "no reason given") + ".";
    }

    @Override
    public String onScreen() {
      return "^R tries again.";
    }
  }

  /// The server reported an error in the middle of the answer.
  record StreamError(String detail) implements ModelError {
    @Override
    public String happened() {
      return "The model stopped: " + Words.inside(detail) + ".";
    }

    @Override
    public String onScreen() {
      return "^R tries again.";
    }
  }

  /// The stream ended before the model said that it was done.
  record StreamTruncated(String host) implements ModelError {
    @Override
    public String happened() {
      return "Connection to " + host + " lost.";
    }

    @Override
    public String onScreen() {
      return "^R tries again.";
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
    public String onScreen() {
      return "What came is kept. ^R tries again.";
    }
  }
}
