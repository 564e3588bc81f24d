package dev.chatstream.core.run;

/// What a person wants of a run.
public sealed interface RunWish {

  /// As another process reads it from a file.
  String words();

  /// Nothing more is begun until somebody says so.
  record Pause() implements RunWish {
    @Override
    public String words() {
      return "pause";
    }
  }

  /// It goes on; one that nobody runs is resumed.
  record GoOn() implements RunWish {
    @Override
    public String words() {
      return "go";
    }
  }

  /// What is under way is broken off; it can be resumed.
  record Stop() implements RunWish {
    @Override
    public String words() {
      return "stop";
    }
  }

  /// It ends when what is under way has ended.
  record Drain() implements RunWish {
    @Override
    public String words() {
      return "drain";
    }
  }

  /// So many rows at once.
  record Parallel(int count) implements RunWish {
    @Override
    public String words() {
      return "parallel " + count;
    }
  }

  /// Leave this row out.
  record Skip(int job) implements RunWish {
    @Override
    public String words() {
      return "skip " + job;
    }
  }

  /// Do this row once more.
  record Again(int job) implements RunWish {
    @Override
    public String words() {
      return "again " + job;
    }
  }

  /// Do all rows once more that failed.
  record RetryFailed() implements RunWish {
    @Override
    public String words() {
      return "retry";
    }
  }
}
