package dev.chatstream.engine.host;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header that says which part of a file a 206 carries (RFC 9110, 14.4).
///
/// @param start the first byte's place
/// @param total the whole file's bytes, -1 when not told
record ContentRange(long start, long total) {
  private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  /// @throws IOException when the header is missing or malformed
  static ContentRange of(HttpResponse<?> response) throws IOException {
    String header = response.headers().firstValue("Content-Range").orElse("");
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches()) {
      throw new IOException("the server's Content-Range is unusable: " + header);
    }
    String total = matcher.group(2);
    return new ContentRange(Long.parseLong(matcher.group(1)), total.equals("*") ? -1 : Long.parseLong(total));
  }
}
