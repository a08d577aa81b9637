package io.mapscope.runtime.collect;

import io.mapscope.profile.Spread;
import java.util.MapscopeSizes;
import java.util.MapscopeSpread;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of a site's maps spread over bins, from looks at a few random bins of one of them at
 * a time, beside what random hashes would have given at that moment's number of entries.
 */
final class SpreadAccount {
  private long binsLooked;
  private long binsOccupied;
  private double binsExpected;
  private long entriesLooked;

  void look(Object map, Random random) {
    long found = MapscopeSpread.of(map, random);
    if (found >= 0) {
      double load = (double) MapscopeSizes.entries(map) / MapscopeSizes.capacity(map);
      binsLooked += MapscopeSpread.BINS;
      binsOccupied += (int) found;
      binsExpected += MapscopeSpread.BINS * -Math.expm1(-Math.max(0, load));
      entriesLooked += found >>> 32;
    }
  }

  @Nullable Spread profile() {
    return binsLooked == 0
        ? null
        : new Spread(binsLooked, binsOccupied, binsExpected, entriesLooked);
  }
}
