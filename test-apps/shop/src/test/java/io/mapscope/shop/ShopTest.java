package io.mapscope.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each endpoint of a real shop, asked over real HTTP. */
final class ShopTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    shop = new Shop(0);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  @Test
  void product_known_isShownWithTierPriceAndStock() throws Exception {
    JsonNode view = json(get("/api/products/5?quantity=6", ""));

    assertThat(view.at("/product/id").asInt()).isEqualTo(5);
    long listPriceCents = view.at("/product/listPriceCents").asLong();
    assertThat(view.at("/unitPriceCents").asLong()).isEqualTo(listPriceCents * 92 / 100);
    assertThat(view.at("/currency").asText()).isEqualTo("EUR");
    assertThat(view.at("/unitsAvailable").asInt()).isEqualTo(200);
    assertThat(view.at("/othersViewed").isNull()).isTrue();
  }

  @Test
  void product_viewedAfterAnotherOfItsCategory_namesThatOne() throws Exception {
    get("/api/products/5", "");

    JsonNode view = json(get("/api/products/13", ""));

    assertThat(view.at("/othersViewed").asInt()).isEqualTo(5);
  }

  @Test
  void product_unknown_is404() throws Exception {
    assertRefused(get("/api/products/2001", ""), 404, "there is no product 2001");
  }

  @Test
  void product_idIsNoNumber_is400NamingIt() throws Exception {
    assertRefused(get("/api/products/lamp", ""), 400, "product id is \"lamp\"");
  }

  @Test
  void product_quantityOutOfRange_is400NamingTheRange() throws Exception {
    assertRefused(get("/api/products/1?quantity=101", ""), 400, "from 1 to 100");
  }

  @Test
  void search_partOfName_findsAsManyAsAllowed() throws Exception {
    JsonNode found = json(get("/api/search?q=LAMP&limit=3", ""));

    assertThat(found.at("/products")).hasSize(3);
    assertThat(found.at("/products"))
        .allSatisfy(product -> assertThat(product.get("name").asText()).contains("Lamp"));
  }

  @Test
  void search_wildcards_areLetters() throws Exception {
    assertThat(json(get("/api/search?q=%25", "")).at("/products")).isEmpty();
  }

  @Test
  void search_withoutText_is400() throws Exception {
    assertRefused(get("/api/search", ""), 400, "the parameter q is missing");
  }

  @Test
  void cart_firstLine_opensSessionAndHoldsTheLine() throws Exception {
    HttpResponse<String> answer = addToCart(3, 2, "shop_visitor=ann");

    assertThat(json(answer).at("/lines/3").asInt()).isEqualTo(2);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly");
  }

  @Test
  void cart_sameProductAgain_addsUp() throws Exception {
    String session = session(addToCart(3, 2, ""));

    assertThat(json(addToCart(3, 5, session)).at("/lines/3").asInt()).isEqualTo(7);
  }

  @Test
  void cart_unreadableBody_is400() throws Exception {
    assertRefused(post("/api/cart/add", "{\"productId\":", ""), 400, "cannot read the body");
    assertRefused(post("/api/cart/add", "null", ""), 400, "the body is null");
    assertRefused(post("/api/cart/add", "x".repeat(5000), ""), 413, "4096 bytes");
  }

  @Test
  void checkout_filledCart_sellsOnceAndEndsTheSession() throws Exception {
    String session = session(addToCart(7, 3, "shop_visitor=bob"));
    long unitPriceCents =
        json(get("/api/products/7?quantity=3", "")).at("/unitPriceCents").asLong();

    JsonNode receipt = json(post("/api/checkout", "", session));

    assertThat(receipt.at("/state").asText()).isEqualTo("PAID");
    assertThat(receipt.at("/totalCents").asLong()).isEqualTo(3 * unitPriceCents);
    assertThat(json(get("/api/products/7", "")).at("/unitsAvailable").asInt()).isEqualTo(197);
    assertThat(json(get("/api/stats", "")).at("/orders").asInt()).isEqualTo(1);
    assertRefused(post("/api/checkout", "", session), 409, "the cart is empty or expired");
  }

  @Test
  void checkout_moreThanInStock_isRefusedAndKeepsTheCart() throws Exception {
    String session = session(addToCart(7, 100, ""));
    addToCart(7, 100, session);
    addToCart(7, 1, session);

    assertRefused(post("/api/checkout", "", session), 409, "not enough units");

    assertThat(json(addToCart(8, 1, session)).at("/lines/7").asInt()).isEqualTo(201);
  }

  @Test
  void export_liveSessions_areSerializedWithTheirCarts() throws Exception {
    String session = session(addToCart(3, 2, "shop_visitor=ann"));
    String id = session.substring(session.indexOf('=') + 1);

    JsonNode exported = json(get("/api/sessions/export", ""));

    assertThat(exported.get(id).get("visitor").asText()).isEqualTo("ann");
    assertThat(exported.get(id).at("/lines/3").asInt()).isEqualTo(2);
  }

  @Test
  void stats_afterRequests_countsThem() throws Exception {
    get("/api/products/1", "shop_visitor=ann");
    get("/api/products/2", "shop_visitor=bob");

    JsonNode stats = json(get("/api/stats", "shop_visitor=bob"));

    assertThat(stats.at("/cachedProducts").asInt()).isEqualTo(2);
    assertThat(stats.at("/visitors").asInt()).isEqualTo(2);
    assertThat(stats.at("/bufferedEvents").asInt()).isEqualTo(2);
  }

  @Test
  void health_openShop_isGood() throws Exception {
    JsonNode health = json(get("/api/health", ""));

    assertThat(health.at("/database").asBoolean()).isTrue();
    assertThat(health.at("/janitor").asBoolean()).isTrue();
  }

  @Test
  void anyOtherPath_is404() throws Exception {
    assertRefused(get("/api/nothing", ""), 404, "there is no GET /api/nothing");
    assertRefused(get("/", ""), 404, "there is no GET /");
  }

  @Test
  void close_openShop_stopsListening() throws Exception {
    get("/api/health", "");

    shop.close();

    assertThatThrownBy(() -> get("/api/health", "")).isInstanceOf(ConnectException.class);
  }

  @Test
  void open_portTaken_saysWhichAndWhy() {
    assertThatThrownBy(() -> new Shop(shop.url().getPort()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + shop.url().getPort());
  }

  private HttpResponse<String> addToCart(int product, int quantity, String cookie)
      throws Exception {
    String line = "{\"productId\": %d, \"quantity\": %d}".formatted(product, quantity);
    return post("/api/cart/add", line, cookie);
  }

  private static String session(HttpResponse<String> answer) {
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    return send(request(path, cookie).GET());
  }

  private HttpResponse<String> post(String path, String body, String cookie) throws Exception {
    return send(request(path, cookie).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(URI.create(shop.url() + path)).header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String sentence)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).at("/error").asText()).contains(sentence);
  }
}
