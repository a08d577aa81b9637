package io.mapscope.shop.http;

/** Whole numbers that come from a request. */
final class Numbers {
  private Numbers() {}

  /** The number in {@code given}; the request is refused when it is none or outside the range. */
  static int parse(String name, String given, int smallest, int greatest) {
    try {
      return check(name, Integer.parseInt(given), smallest, greatest);
    } catch (NumberFormatException e) {
      throw refusal(name, given, smallest, greatest);
    }
  }

  static int check(String name, int given, int smallest, int greatest) {
    if (given < smallest || given > greatest) {
      throw refusal(name, Integer.toString(given), smallest, greatest);
    }
    return given;
  }

  private static Refusal refusal(String name, String given, int smallest, int greatest) {
    return new Refusal(
        400,
        "%s is \"%s\", expected a whole number from %d to %d"
            .formatted(name, given, smallest, greatest));
  }
}
