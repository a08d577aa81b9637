package io.mapscope.dist.programs;

/** A key that uses maps whenever a map asks it anything, and shares its hash with many others. */
final class EntangledKey implements Comparable<EntangledKey> {
  private static final int HASHES = 7;

  private final int number;
  private final InnerMaps inner;

  EntangledKey(int number, InnerMaps inner) {
    this.number = number;
    this.inner = inner;
  }

  @Override
  public int hashCode() {
    inner.touch();
    return number % HASHES;
  }

  @Override
  public boolean equals(Object other) {
    inner.touch();
    return other instanceof EntangledKey key && key.number == number;
  }

  @Override
  public int compareTo(EntangledKey other) {
    inner.touch();
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    inner.touch();
    return "key " + number;
  }
}
