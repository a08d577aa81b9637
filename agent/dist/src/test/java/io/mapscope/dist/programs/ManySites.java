package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Six places that make a map. */
public final class ManySites {
  private ManySites() {}

  public static void main(String[] args) {
    Map<String, String> a = new HashMap<>();
    Map<String, String> b = new HashMap<>();
    Map<String, String> c = new HashMap<>();
    Map<String, String> d = new HashMap<>();
    Map<String, String> e = new HashMap<>();
    Map<String, String> f = new HashMap<>();
    for (Map<String, String> map : List.of(a, b, c, d, e, f)) {
      map.put("key", "value");
    }
    System.out.println("done");
  }
}
