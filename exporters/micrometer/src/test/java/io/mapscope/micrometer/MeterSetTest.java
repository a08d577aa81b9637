package io.mapscope.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.micrometer.Figure.Histogram;
import io.mapscope.micrometer.Figure.Kind;
import io.mapscope.micrometer.Figure.Series;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MeterSetTest {
  private static final Tags SITE =
      Tags.of("mapscope.map.class", "java.util.HashMap", "mapscope.map.site", "a.B.c:1");

  private @Nullable List<Figure> figures = new ArrayList<>();
  private int reads;

  /** Function meters do not keep what they read alive: a set does, and so must its owner. */
  private final List<MeterSet> sets = new ArrayList<>();

  private MeterSet bind(MeterRegistry registry) {
    MeterSet set = new MeterSet(registry, this::read);
    sets.add(set);
    set.update();
    return set;
  }

  @Test
  void meters_afterCollectionOfGarbage_haveTheirValues() {
    fill();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    bind(registry);

    WeakReference<Object> garbage = new WeakReference<>(new Object());
    while (garbage.get() != null) {
      System.gc();
    }

    assertThat(registry.get("mapscope.map.operations").functionCounter().count()).isEqualTo(3);
    assertThat(registry.get("mapscope.map.copy.duration").functionTimer().count()).isEqualTo(5);
  }

  private @Nullable List<Figure> read() {
    reads++;
    return figures == null ? null : List.copyOf(figures);
  }

  @Test
  void prometheus_everyKind_isNamedAsOpenTelemetryNamesIt() {
    fill();
    PrometheusMeterRegistry registry = prometheus();

    bind(registry);

    String site = "{mapscope_map_class=\"java.util.HashMap\",mapscope_map_site=\"a.B.c:1\"";
    assertThat(registry.scrape())
        .contains("mapscope_map_operations_total" + site + "} 3.0\n")
        .contains("mapscope_map_contention_time_seconds_total" + site + "} 0.25\n")
        .contains("mapscope_map_entries" + site + "} 7.0\n")
        .contains("mapscope_agent_coverage_ratio 0.5\n")
        .contains("# TYPE mapscope_map_copy_duration_seconds histogram\n")
        .contains("mapscope_map_copy_duration_seconds_bucket" + site + ",le=\"0.1\"} 2\n")
        .contains("mapscope_map_copy_duration_seconds_bucket" + site + ",le=\"1.0\"} 2\n")
        .contains("mapscope_map_copy_duration_seconds_bucket" + site + ",le=\"+Inf\"} 5\n")
        .contains("mapscope_map_copy_duration_seconds_count" + site + "} 5\n")
        .contains("mapscope_map_copy_duration_seconds_sum" + site + "} 12.5\n");
  }

  @Test
  void scrape_manyMeters_readsFiguresOnce() {
    for (int i = 0; i < 500; i++) {
      add(Kind.COUNTER, "mapscope.map.operations", "{operation}", SITE.and("n", "" + i), i);
    }
    PrometheusMeterRegistry registry = prometheus();
    bind(registry);

    assertThat(registry.scrape().lines().filter(line -> line.contains("n=\""))).hasSize(500);
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void update_seriesGoneOrNew_removesAndRegistersMeters() {
    fill();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    CountedTime time = new CountedTime();
    MeterSet set = new MeterSet(registry, this::read, time::nanos);
    assertThat(set.update()).isTrue();
    assertThat(registry.getMeters()).hasSize(5);

    figures = new ArrayList<>();
    add(Kind.GAUGE, "mapscope.findings", "{finding}", SITE, 1);
    time.pass(TimeUnit.SECONDS.toNanos(2));
    set.update();
    assertThat(registry.getMeters())
        .extracting(MeterSetTest::name)
        .containsOnly("mapscope.findings");

    figures = null;
    time.pass(TimeUnit.SECONDS.toNanos(2));
    assertThat(set.update()).isFalse();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void composite_prometheusAndOther_eachHasHistogramsInItsWay() {
    fill();
    CompositeMeterRegistry registry = new CompositeMeterRegistry();
    PrometheusMeterRegistry prometheus = prometheus();
    SimpleMeterRegistry simple = new SimpleMeterRegistry();
    registry.add(prometheus).add(simple);

    MeterSet set = bind(registry);

    assertThat(prometheus.scrape()).contains("mapscope_map_copy_duration_seconds_bucket");
    assertThat(simple.get("mapscope.map.copy.duration").functionTimer().count()).isEqualTo(5);
    assertThat(simple.get("mapscope.map.copy.duration").functionTimer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(12.5);
    set.close();
    assertThat(prometheus.scrape()).isEmpty();
    assertThat(simple.getMeters()).isEmpty();
  }

  @Test
  void filters_commonTagsAndDenials_applyToHistogramsToo() {
    fill();
    PrometheusMeterRegistry tagged = prometheus();
    tagged.config().commonTags("application", "shop");
    PrometheusMeterRegistry denied = prometheus();
    denied.config().meterFilter(MeterFilter.denyNameStartsWith("mapscope"));
    PrometheusMeterRegistry merged = prometheus();
    merged.config().meterFilter(MeterFilter.ignoreTags("mapscope.map.site"));

    for (MeterRegistry registry : List.of(tagged, denied, merged)) {
      bind(registry);
    }

    assertThat(tagged.scrape().lines().filter(line -> line.contains("_duration_seconds_bucket")))
        .isNotEmpty()
        .allMatch(line -> line.contains("application=\"shop\""));
    assertThat(denied.scrape()).isEmpty();
    assertThat(merged.scrape()).contains("_duration_seconds_bucket").doesNotContain("map_site");
  }

  private static final class CountedTime {
    private long nanos;

    long nanos() {
      return nanos;
    }

    void pass(long more) {
      nanos += more;
    }
  }

  private void fill() {
    add(Kind.COUNTER, "mapscope.map.operations", "{operation}", SITE, 3);
    add(Kind.COUNTER, "mapscope.map.contention.time", "s", SITE, 0.25);
    add(Kind.UP_DOWN_COUNTER, "mapscope.map.entries", "{entry}", SITE, 7);
    add(Kind.GAUGE, "mapscope.agent.coverage", "1", Tags.empty(), 0.5);
    figures()
        .add(
            new Figure(
                new Series("mapscope.map.copy.duration", SITE),
                Kind.HISTOGRAM,
                "s",
                "Durations",
                Double.NaN,
                new Histogram(List.of(0.1, 1.0), List.of(2L, 0L, 3L), 12.5)));
  }

  private void add(Kind kind, String metric, String unit, Tags tags, double value) {
    figures().add(new Figure(new Series(metric, tags), kind, unit, "What it is", value, null));
  }

  private List<Figure> figures() {
    return java.util.Objects.requireNonNull(figures);
  }

  private static PrometheusMeterRegistry prometheus() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  private static String name(Meter meter) {
    return meter.getId().getName();
  }
}
