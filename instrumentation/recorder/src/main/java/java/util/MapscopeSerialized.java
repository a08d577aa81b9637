package java.util;

/** What a fact of the kind SERIALIZATION tells beside its numbers. */
public final class MapscopeSerialized {
  public final String format;

  /** Length of the output, negative when unknown. */
  public final long bytes;

  /** Negative when unknown. */
  public final long allocatedBytes;

  public final boolean redundant;

  MapscopeSerialized(String format, long bytes, long allocatedBytes, boolean redundant) {
    this.format = format;
    this.bytes = bytes;
    this.allocatedBytes = allocatedBytes;
    this.redundant = redundant;
  }
}
