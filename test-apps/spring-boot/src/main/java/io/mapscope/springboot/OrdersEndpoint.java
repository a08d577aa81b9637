package io.mapscope.springboot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps orders in a map, as an endpoint does, and says how many operations that took. */
@RestController
public class OrdersEndpoint {
  private static final int KEYS = 1_000;

  private final Map<Integer, String> orderById = new ConcurrentHashMap<>();

  /** So many orders are placed, and each is looked up once. */
  @PostMapping("/orders")
  public String place(@RequestParam("count") int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      orderById.put(i % KEYS, "order");
      found += orderById.get(i % KEYS) == null ? 0 : 1;
    }
    return Integer.toString(found);
  }
}
