package io.mapscope.report.comparison;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two reports can be compared by: figures of which less is better, brought to one operation or
 * one sample, so that neither the length of a run nor its load decides.
 */
enum Measure {
  /** Time that threads waited for the map, per operation. */
  BLOCKED("blocked", "blockedNanosPerOperation", Kind.NANOS) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Contention waits = map.facts().contention();
      return waits == null
          ? null
          : perOperation(map, waits.nanos(), SPREAD_OF_TIMES, waits.count());
    }
  },
  /** The slowest of a hundred writes. */
  WRITE_P99("write p99", "writeP99Nanos", Kind.NANOS) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Latency latency = map.facts().latency();
      return latency == null ? null : p99(latency.write());
    }
  },
  /** The slowest of a hundred mapping functions. */
  FUNCTION_P99("function p99", "functionP99Nanos", Kind.NANOS) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Latency latency = map.facts().latency();
      return latency == null ? null : p99(latency.function());
    }
  },
  /** Bytes of nodes and tables, per operation. */
  ALLOCATED("allocated", "allocatedBytesPerOperation", Kind.BYTES) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Allocation all = map.facts().allocation();
      return all == null ? null : perOperation(map, all.bytes(), SPREAD_OF_COUNTS, all.nodes());
    }
  },
  /** Time that copying took, per operation. */
  COPYING("copying", "copyNanosPerOperation", Kind.NANOS) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Copies copies = map.facts().copies();
      return copies == null
          ? null
          : perOperation(map, copies.nanos(), SPREAD_OF_TIMES, copies.count());
    }
  },
  /** Time that serializing took, per operation. */
  SERIALIZING("serializing", "serializationNanosPerOperation", Kind.NANOS) {
    @Override
    @Nullable Reading of(MapProfile map) {
      List<Serialization> formats = map.facts().serializations();
      if (formats == null) {
        return null;
      }
      double nanos = formats.stream().mapToDouble(Serialization::nanos).sum();
      long count = formats.stream().mapToLong(Serialization::count).sum();
      return perOperation(map, nanos, SPREAD_OF_TIMES, count);
    }
  },
  /** Two threads inside a map that is not made for it, per million operations. */
  OVERLAPS("overlaps", "overlapsPerMillionOperations", Kind.PER_MILLION) {
    @Override
    Reading of(MapProfile map) {
      long overlaps = map.misuse().overlaps();
      return perOperation(map, overlaps * MILLION, SPREAD_OF_COUNTS, overlaps);
    }
  },
  /** Copies and serializations that were torn, of all. */
  TORN("torn copies", "tornRatio", Kind.RATIO) {
    @Override
    @Nullable Reading of(MapProfile map) {
      Copies copies = map.facts().copies();
      List<Serialization> formats = map.facts().serializations();
      if (copies == null || formats == null) {
        return null;
      }
      double torn = copies.torn() + formats.stream().mapToDouble(Serialization::torn).sum();
      double all = copies.count() + formats.stream().mapToDouble(Serialization::count).sum();
      return all == 0 ? null : new Reading(torn / all, SPREAD_OF_COUNTS, torn);
    }
  };

  /** Variance of a count of independent events, over its square, times the count: Poisson's. */
  private static final double SPREAD_OF_COUNTS = 1;

  /** The same of a sum of as many times that are spread like those between random events. */
  private static final double SPREAD_OF_TIMES = 2;

  /** Samples of which one is above the 99th percentile. */
  private static final double SAMPLES_PER_SLOW_ONE = 100;

  private static final double MILLION = 1e6;

  /** How a figure is shown. */
  private enum Kind {
    NANOS,
    BYTES,
    PER_MILLION,
    RATIO
  }

  private final String words;
  private final String jsonName;
  private final Kind kind;

  Measure(String words, String jsonName, Kind kind) {
    this.words = words;
    this.jsonName = jsonName;
    this.kind = kind;
  }

  /** The reading of {@code map}, or null when it was not recorded. */
  abstract @Nullable Reading of(MapProfile map);

  String words() {
    return words;
  }

  String jsonName() {
    return jsonName;
  }

  /** {@code 12.4 us}, {@code 3.1 per million}. */
  String text(double value) {
    return switch (kind) {
      case NANOS -> value < 1 ? (value == 0 ? "0 ns" : "<1 ns") : Figures.nanos(Math.round(value));
      case BYTES -> Figures.bytes(Math.round(value));
      case PER_MILLION -> Figures.rate(value) + " per million";
      case RATIO -> Figures.percent(value);
    };
  }

  private static @Nullable Reading p99(@Nullable Quantiles quantiles) {
    return quantiles == null || quantiles.samples() == 0
        ? null
        : new Reading(quantiles.p99(), SPREAD_OF_TIMES, quantiles.samples() / SAMPLES_PER_SLOW_ONE);
  }

  private static Reading perOperation(MapProfile map, double sum, double spread, double events) {
    double operations = Math.max(1, map.operations().total());
    return new Reading(sum / operations, spread, events);
  }
}
