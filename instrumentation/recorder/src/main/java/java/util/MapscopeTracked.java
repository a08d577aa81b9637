package java.util;

/**
 * A map of a class that is not the JDK's: the weaver adds this interface to the class when it is
 * loaded, with a field for the probe, because there is no field in it that could be borrowed.
 *
 * <p>Public, so that the class may implement it whatever loader it comes from.
 */
public interface MapscopeTracked {
  /** The map's probe, or null; a plain read. */
  MapscopeProbe mapscopeProbe();

  /** Replaces the probe; a plain write, under the lock of {@link MapscopeSlots} once shared. */
  void mapscopeProbe(MapscopeProbe probe);

  /**
   * Number of entries by the class's own {@code size()} where that is known to take no lock and run
   * no code of others; -1 where it is not known.
   */
  long mapscopeEntries();
}
