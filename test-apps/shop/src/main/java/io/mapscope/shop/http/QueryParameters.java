package io.mapscope.shop.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request's query string; of a name given twice the last value counts.
 *
 * <p>An observer sees a plain map per request that lives for a millisecond on one thread: a busy
 * allocation site without a single thing to advise.
 */
final class QueryParameters {
  private final Map<String, String> values = new HashMap<>();

  static QueryParameters parse(@Nullable String query) {
    QueryParameters parameters = new QueryParameters();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&")) {
        parameters.put(pair);
      }
    }
    return parameters;
  }

  private void put(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    values.put(decode(name), decode(value));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "cannot decode \"" + encoded + "\" in the query: " + e.getMessage());
    }
  }

  String text(String name, String fallback) {
    return values.getOrDefault(name, fallback);
  }

  /** The number of that name; the request is refused when it is none or outside the range. */
  int number(String name, int fallback, int smallest, int greatest) {
    String given = values.get(name);
    return given == null ? fallback : Numbers.parse(name, given, smallest, greatest);
  }
}
