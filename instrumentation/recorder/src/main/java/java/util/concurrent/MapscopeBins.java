package java.util.concurrent;

import java.util.Arrays;
import java.util.MapscopeMonitors;

/** The bins of a ConcurrentHashMap, by the monitors their heads have. */
public final class MapscopeBins {
  private MapscopeBins() {}

  /**
   * Looks at the head of every bin for one whose monitor has one of these addresses.
   *
   * @param sorted the addresses, ascending
   * @param heads gets the head that was found, at the place of its address
   * @return how many places of the table were looked at
   */
  public static int find(Object map, long[] sorted, Object[] heads) {
    Object[] table = ((ConcurrentHashMap<?, ?>) map).table;
    if (table == null) {
      return 0;
    }
    for (int i = 0; i < table.length; i++) {
      Object head = table[i]; // plainly: a head that comes late had no time to be waited for
      long address = head == null ? 0 : MapscopeMonitors.addressOf(head);
      int place = address == 0 ? -1 : Arrays.binarySearch(sorted, address);
      if (place >= 0) {
        heads[place] = head;
      }
    }
    return table.length;
  }
}
