package java.util;

/**
 * A read and the write that followed it in the same method: detail of a fact of kind COMPOUND_RACE,
 * whose stack is that of the write.
 */
public final class MapscopeCompound {
  public final MapscopePlace read;

  public final MapscopePlace write;

  MapscopeCompound(MapscopePlace read, MapscopePlace write) {
    this.read = read;
    this.write = write;
  }
}
