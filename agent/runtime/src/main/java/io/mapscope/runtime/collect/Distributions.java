package io.mapscope.runtime.collect;

import io.mapscope.profile.Distribution;
import java.util.Arrays;
import java.util.MapscopeBuckets;

/** Histograms of the recorder as those of the profile. */
final class Distributions {
  private Distributions() {}

  static Distribution of(MapscopeBuckets buckets) {
    return new Distribution(Arrays.stream(buckets.counts).boxed().toList(), buckets.sum);
  }
}
