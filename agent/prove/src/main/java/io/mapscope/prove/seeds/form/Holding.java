package io.mapscope.prove.seeds.form;

/** A value of the map that is serialized: small, flat, of several types. */
public record Holding(String name, long units, double price, boolean active) {

  /** One of many. */
  public static Holding sample(int number) {
    return new Holding("holding " + number, number * 37L, number / 8.0, number % 3 != 0);
  }
}
