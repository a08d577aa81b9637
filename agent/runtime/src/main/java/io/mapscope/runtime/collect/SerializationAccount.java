package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFormat;
import java.util.MapscopeTally;

/** The serializations of a site's maps, by format: of the dead, and on request of all. */
final class SerializationAccount {
  private final MapscopeFormat[] dead = new MapscopeFormat[MapscopeFormat.FORMATS];
  private List<Serialization> latest = List.of();

  void noteDead(MapscopeTally tally) {
    tally.addFormats(dead);
  }

  /** All serializations of the dead and the living at the time of the latest {@link #sum}. */
  List<Serialization> latest() {
    return latest;
  }

  /** Adds up the dead and {@code living}, in the order of the formats. */
  void sum(List<MapscopeTally> living) {
    MapscopeFormat[] sums = new MapscopeFormat[MapscopeFormat.FORMATS];
    for (MapscopeFormat one : dead) {
      if (one != null) {
        sums[one.format] = new MapscopeFormat(one.format);
        sums[one.format].add(one);
      }
    }
    for (MapscopeTally tally : living) {
      tally.addFormats(sums);
    }
    List<Serialization> all = new ArrayList<>();
    for (MapscopeFormat one : sums) {
      if (one != null && one.count > 0) {
        all.add(profile(one));
      }
    }
    latest = all;
  }

  private static Serialization profile(MapscopeFormat format) {
    return new Serialization(
        MapscopeFormat.name(format.format),
        format.count,
        format.entries,
        scaled(format.bytes, format.sized, format.count),
        format.nanos,
        scaled(format.allocatedBytes, format.measured, format.count),
        format.torn,
        format.redundant,
        Distributions.of(format.nanosBuckets),
        Distributions.of(format.bytesBuckets));
  }

  /** Those not measured are taken to be as the others are on average. */
  private static long scaled(long sum, long measured, long count) {
    return measured == 0 ? MapFacts.UNKNOWN : Math.round((double) sum * count / measured);
  }
}
