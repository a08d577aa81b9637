package io.mapscope.prove.seeds.form;

import java.util.List;

/** A record as services have them; what the conversions convert. */
public record Trade(
    String id,
    String symbol,
    long account,
    int quantity,
    double price,
    boolean open,
    String venue,
    long createdMillis,
    List<String> tags,
    String note) {

  /** Copies the list. */
  public Trade {
    tags = List.copyOf(tags);
  }

  /** One for trying. */
  public static Trade sample(int number) {
    return new Trade(
        "T-" + number,
        "ACME",
        4_000_000_000L + number,
        100 + number % 50,
        17.25,
        number % 2 == 0,
        "XETR",
        1_767_225_600_000L + number,
        List.of("limit", "day"),
        "as agreed by telephone");
  }
}
