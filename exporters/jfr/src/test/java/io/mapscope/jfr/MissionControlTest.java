package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import jdk.jfr.AnnotationElement;
import jdk.jfr.DataAmount;
import jdk.jfr.EventType;
import jdk.jfr.Frequency;
import jdk.jfr.Percentage;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.ContentType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** What JDK Mission Control's own library makes of a recording of ours. */
class MissionControlTest {

  private static final Map<String, ContentType<IQuantity>> KINDS =
      Map.of(
          Timespan.class.getName(), UnitLookup.TIMESPAN,
          Timestamp.class.getName(), UnitLookup.TIMESTAMP,
          DataAmount.class.getName(), UnitLookup.MEMORY,
          Percentage.class.getName(), UnitLookup.PERCENTAGE,
          Frequency.class.getName(), UnitLookup.FREQUENCY);

  /** Quantities that no map of the sample has, or that are set by Flight Recorder itself. */
  private static final Set<String> NOT_IN_SAMPLES = Set.of("startTime", "duration");

  @TempDir static Path directory;
  private static final Report REPORT = ReportSamples.shop();
  private static IItemCollection maps;
  private static IItemCollection agents;

  @BeforeAll
  static void load() throws Exception {
    Path file = Recordings.of(directory, REPORT);
    IItemCollection events = JfrLoaderToolkit.loadEvents(file.toFile());
    maps = events.apply(ItemFilters.type(MapStatistics.NAME));
    agents = events.apply(ItemFilters.type(AgentStatistics.NAME));
  }

  @Test
  void events_areAllThere() {
    assertThat(maps.getAggregate(Aggregators.count())).isEqualTo(count(REPORT.maps().size()));
    assertThat(agents.getAggregate(Aggregators.count())).isEqualTo(count(1));
  }

  @Test
  void operationRate_aggregates() {
    IQuantity fastest =
        maps.getAggregate(
            Aggregators.max(
                Attribute.attr("operationRate", "operationRate", UnitLookup.FREQUENCY)));

    double perSecond = REPORT.maps().get(0).operations().total() / REPORT.durationSeconds();
    assertThat(fastest.doubleValueIn(UnitLookup.HERTZ)).isCloseTo(perSecond, within(1e-6));
  }

  @Test
  void readRatio_aggregates() {
    IQuantity lowest =
        maps.getAggregate(
            Aggregators.min(Attribute.attr("readRatio", "readRatio", UnitLookup.PERCENTAGE)));

    assertThat(lowest.doubleValueIn(UnitLookup.PERCENT_UNITY)).isZero();
  }

  @Test
  void threads_aggregateAsNumbers() {
    IQuantity readers =
        maps.getAggregate(Aggregators.sum(Attribute.attr("readers", "readers", UnitLookup.NUMBER)));

    assertThat(readers.longValue()).isEqualTo(16 + 8);
  }

  @Test
  void observed_aggregatesAsTime() {
    IQuantity observed =
        agents.getAggregate(
            Aggregators.max(Attribute.attr("observed", "observed", UnitLookup.TIMESPAN)));

    assertThat(observed.doubleValueIn(UnitLookup.MILLISECOND)).isEqualTo(30_125);
  }

  @Test
  void everyQuantity_ofEveryEvent_aggregates() throws Exception {
    JfrSink sink = Recordings.sink(ReportSamples::shop);
    sink.register();
    Path file = Recordings.during(directory, RareEventsTest::writeAll);
    sink.unregister();
    IItemCollection events = JfrLoaderToolkit.loadEvents(file.toFile());

    for (EventType type : EventTypesTest.TYPES) {
      IItemCollection ofType = events.apply(ItemFilters.type(type.getName()));
      for (ValueDescriptor field : type.getFields()) {
        ContentType<IQuantity> kind = kind(field);
        if (kind != null && ofType.hasItems() && !NOT_IN_SAMPLES.contains(field.getName())) {
          IAttribute<IQuantity> attribute = Attribute.attr(field.getName(), field.getName(), kind);
          assertThat(ofType.getAggregate(Aggregators.max(attribute)))
              .as(type.getName() + "." + field.getName())
              .isNotNull();
        }
      }
    }
  }

  private static @Nullable ContentType<IQuantity> kind(ValueDescriptor field) {
    for (AnnotationElement annotation : field.getAnnotationElements()) {
      ContentType<IQuantity> kind = KINDS.get(annotation.getTypeName());
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  private static IQuantity count(long number) {
    return UnitLookup.NUMBER_UNITY.quantity(number);
  }
}
