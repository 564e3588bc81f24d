package dev.chatstream.log;

/// Who said a record.
///
/// @param logger the simple name of the class; for an anonymous class that of the one around it
/// @param method the method; for a lambda the one around it
/// @param line the line in the source, -1 when unknown
record Caller(String logger, String method, int line) {

  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final Caller UNKNOWN = new Caller("?", "", -1);

  /// The nearest frame that is neither ours nor a logging library's.
  static Caller find() {
    return WALKER.walk(frames -> frames.filter(frame -> !isLogging(frame.getClassName())).findFirst())
        .map(frame -> new Caller(simple(frame.getClassName()), plain(frame.getMethodName()), frame.getLineNumber()))
        .orElse(UNKNOWN);
  }

  private static boolean isLogging(String name) {
    return name.startsWith("org.tinylog.")
        || name.startsWith("org.slf4j.")
        || name.equals(Caller.class.getName())
        || name.equals(TinylogProvider.class.getName());
  }

  /// `a.b.Outer$Inner` is Inner, `a.b.Outer$1` is Outer.
  static String simple(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int dollar = name.lastIndexOf('$');
    while (dollar > 0) {
      String last = name.substring(dollar + 1);
      if (!last.isEmpty() && !Character.isDigit(last.charAt(0))) {
        return last;
      }
      name = name.substring(0, dollar);
      dollar = name.lastIndexOf('$');
    }
    return name;
  }

  /// The compiler calls a lambda in `run` something like `lambda$run$0`.
  static String plain(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    String name = method.substring("lambda$".length());
    int end = name.lastIndexOf('$');
    return end > 0 ? name.substring(0, end) : name;
  }
}
