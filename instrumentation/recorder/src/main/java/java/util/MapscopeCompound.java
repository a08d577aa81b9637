package java.util;

/**
 * A read and the write that followed it in the same method: detail of a fact of kind COMPOUND_RACE,
 * whose stack is that of the write.
 */
public final class MapscopeCompound {
  /** Another thread has written to the map between the two: no lock of the map's was held. */
  public static final int INTERLEAVED = 1;

  /** Two threads were seen to write one key of the map. */
  public static final int SHARED_KEYS = 2;

  public final MapscopePlace read;

  public final MapscopePlace write;

  MapscopeCompound(MapscopePlace read, MapscopePlace write) {
    this.read = read;
    this.write = write;
  }
}
