package io.mapscope.shop.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One of the people in the shop: a name and the session cookie; used by one load thread. */
final class Visitor {
  private static final int PRODUCTS = 2_000;
  private static final Zipf POPULARITY = new Zipf(PRODUCTS);
  private static final List<String> SEARCHES =
      List.of("lamp", "kettle", "red", "folding", "bag%201", "drum", "silent", "globe", "nothing");
  private static final int GREATEST_QUANTITY = 4;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final String SESSION_COOKIE = "shop_session=";

  private final String name;
  private @Nullable String sessionId;

  Visitor(String name) {
    this.name = name;
  }

  /** The request by which this visitor does that. */
  HttpRequest request(Action action, String shopUrl, Random random) {
    int product = POPULARITY.draw(random);
    int quantity = 1 + random.nextInt(GREATEST_QUANTITY);
    return switch (action) {
      case VIEW_PRODUCT ->
          get(shopUrl + "/api/products/" + product + "?quantity=" + quantity + "&from=list");
      case SEARCH ->
          get(shopUrl + "/api/search?limit=10&q=" + SEARCHES.get(random.nextInt(SEARCHES.size())));
      case ADD_TO_CART ->
          post(
              shopUrl + "/api/cart/add",
              "{\"productId\": %d, \"quantity\": %d}".formatted(product, quantity));
      case CHECK_OUT -> post(shopUrl + "/api/checkout", "");
      case SHOW_STATS -> get(shopUrl + "/api/stats");
      case EXPORT_SESSIONS -> get(shopUrl + "/api/sessions/export");
      case CHECK_HEALTH -> get(shopUrl + "/api/health");
    };
  }

  private HttpRequest get(String url) {
    return base(url).GET().build();
  }

  private HttpRequest post(String url, String json) {
    return base(url)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  private HttpRequest.Builder base(String url) {
    String session = sessionId == null ? "" : "; " + SESSION_COOKIE + sessionId;
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(ANSWER_LIMIT)
        .header("Cookie", "shop_visitor=" + name + session);
  }

  /** Keeps the session that the shop opened for this visitor, as a browser would. */
  void remember(HttpResponse<byte[]> answer) {
    answer
        .headers()
        .firstValue("Set-Cookie")
        .filter(cookie -> cookie.startsWith(SESSION_COOKIE))
        .ifPresent(cookie -> sessionId = value(cookie));
  }

  private static String value(String cookie) {
    int end = cookie.indexOf(';');
    return cookie.substring(SESSION_COOKIE.length(), end < 0 ? cookie.length() : end);
  }
}
