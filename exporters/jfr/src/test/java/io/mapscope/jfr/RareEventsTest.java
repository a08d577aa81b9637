package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.Certainty;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.TraceRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

class RareEventsTest {

  private static final long MILLI = 1_000_000;
  private static final TraceRef TRACE =
      new TraceRef("0123456789abcdef0123456789abcdef", "fedcba9876543210");

  private static final MapRef ROUTES =
      new MapRef(
          "a1b2c3d4e5f60718",
          "java.util.concurrent.ConcurrentHashMap",
          "com.acme.shop.Routes.table",
          "com.acme.shop.Routes.<clinit>:21");

  @TempDir Path directory;
  private final JfrSink sink = Recordings.sink(ReportSamples::empty);

  @BeforeEach
  void register() {
    sink.register();
  }

  @AfterEach
  void unregister() {
    sink.unregister();
  }

  /** One event of each type. */
  static void writeAll() {
    RareEvents.contention(ROUTES, TRACE, "lock", "a.Lock", "hook", Certainty.CERTAIN, 25 * MILLI);
    RareEvents.resize(ROUTES, TRACE, 512, 1024, 4112);
    RareEvents.copy(ROUTES, TRACE, "HashMap.<init>", 212, 8480, 3, 6 * MILLI);
    RareEvents.serialization(ROUTES, TRACE, "jackson-json", 212, 9000, 31_000, 0, true, 7 * MILLI);
    RareEvents.unsafeAccess(
        ROUTES, TRACE, "worker-2", "java.util.HashMap.put\ncom.acme.Sessions.open:52");
    RareEvents.compoundRace(ROUTES, TRACE, "check-then-act", true);
  }

  @Test
  void everyEvent_namesItsMapAndHasTheStackOfItsThread() throws Exception {
    List<RecordedEvent> events = recorded(RareEventsTest::writeAll);

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .containsExactlyInAnyOrder(
            "mapscope.MapContention",
            "mapscope.MapResize",
            "mapscope.MapCopy",
            "mapscope.MapSerialization",
            "mapscope.UnsafeMapAccess",
            "mapscope.CompoundRace");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getString("mapId")).isEqualTo(ROUTES.mapId());
              assertThat(event.getString("mapClass")).isEqualTo(ROUTES.mapClass());
              assertThat(event.getString("field")).isEqualTo(ROUTES.field());
              assertThat(event.getString("site")).isEqualTo(ROUTES.site());
              assertThat(event.getString("traceId")).isEqualTo(TRACE.traceId());
              assertThat(event.getString("spanId")).isEqualTo(TRACE.spanId());
              assertThat(event.getThread().getJavaName())
                  .isEqualTo(Thread.currentThread().getName());
              assertThat(event.getStackTrace().getFrames())
                  .extracting(frame -> frame.getMethod().getName())
                  .contains("writeAll");
            });
  }

  @Test
  void eventsOfADuration_haveItAndEndedWhenTheyWereWritten() throws Exception {
    Instant before = Instant.now();
    List<RecordedEvent> events = recorded(RareEventsTest::writeAll);
    RecordedEvent wait = only(events, MapContention.NAME);

    assertThat(wait.getDuration().toNanos()).isCloseTo(25 * MILLI, within(MILLI / 2));
    assertThat(wait.getEndTime()).isBetween(before.minusMillis(20), Instant.now().plusMillis(20));
    assertThat(only(events, MapResize.NAME).getDuration()).isZero();
  }

  @Test
  void waitOfAnotherThread_liesInThePast() throws Exception {
    RecordedEvent wait =
        only(
            recorded(
                () ->
                    RareEvents.contention(
                        ROUTES,
                        null,
                        "monitor",
                        "java.util.HashMap",
                        "stack",
                        Certainty.LIKELY,
                        10_000 * MILLI,
                        20 * MILLI,
                        "worker-1",
                        "com.acme.Routes.find:50")),
            MapContention.NAME);

    assertThat(Duration.between(wait.getEndTime(), Instant.now()))
        .isBetween(Duration.ofMillis(9_900), Duration.ofSeconds(60));
    assertThat(wait.getDuration().toMillis()).isBetween(19L, 21L);
    assertThat(wait.getString("waiter")).isEqualTo("worker-1");
    assertThat(wait.getString("certainty")).isEqualTo("likely");
  }

  @Test
  void eventsBelowTheirThreshold_areDropped() throws Exception {
    List<RecordedEvent> events =
        recorded(
            () -> {
              RareEvents.copy(ROUTES, null, "short", 1, 1, 0, MILLI / 2);
              RareEvents.copy(ROUTES, null, "long", 1, 1, 0, 2 * MILLI);
            });

    assertThat(only(events, MapCopy.NAME).getString("kind")).isEqualTo("long");
  }

  @Test
  void thresholdOfTheRecording_isObeyed() throws Exception {
    Path file = directory.resolve("threshold.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(MapCopy.NAME).withThreshold(Duration.ofNanos(400_000));
      recording.start();
      RareEvents.copy(ROUTES, null, "a", 1, 1, 0, MILLI / 2);
      RareEvents.copy(ROUTES, null, "b", 1, 1, 0, MILLI / 3);
      recording.stop();
      recording.dump(file);
    }

    assertThat(only(ours(file), MapCopy.NAME).getString("kind")).isEqualTo("a");
  }

  @Test
  void burst_isThrottledToTheDefaultOrWhatTheRecordingSays() throws Exception {
    Runnable burst =
        () ->
            IntStream.range(0, 5000)
                .forEach(i -> RareEvents.compoundRace(ROUTES, null, "check-then-act", true));
    Path file = directory.resolve("throttle.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(CompoundRace.NAME).with("throttle", "7/h");
      recording.start();
      burst.run();
      recording.stop();
      recording.dump(file);
    }

    assertThat(recorded(burst)).hasSizeBetween(100, 2000);
    assertThat(ours(file)).hasSizeBetween(7, 14);
  }

  @Test
  void figuresNotMeasured_areNotAvailable() throws Exception {
    Path file =
        Recordings.during(
            directory,
            () -> RareEvents.serialization(ROUTES, null, "gson", 5, -1, -1, 0, false, 2 * MILLI));
    ChildJvm print = ChildJvm.jfr("print", "--events", MapSerialization.NAME, file.toString());

    assertThat(print.output())
        .contains("bytes = N/A", "allocatedBytes = N/A", "entries = 5", "redundant = false")
        .containsPattern("duration = (2\\.0\\d|1\\.9\\d) ms");
  }

  @Test
  void missionControl_readsDurationsAndAmounts() throws Exception {
    Path file = Recordings.during(directory, RareEventsTest::writeAll);
    IItemCollection events = JfrLoaderToolkit.loadEvents(file.toFile());
    IItemCollection waits = events.apply(ItemFilters.type(MapContention.NAME));
    IItemCollection copies = events.apply(ItemFilters.type(MapCopy.NAME));

    assertThat(
            waits
                .getAggregate(Aggregators.sum(JfrAttributes.DURATION))
                .doubleValueIn(UnitLookup.MILLISECOND))
        .isCloseTo(25, within(0.5));
    assertThat(
            copies
                .getAggregate(Aggregators.sum(Attribute.attr("bytes", "bytes", UnitLookup.MEMORY)))
                .longValueIn(UnitLookup.BYTE))
        .isEqualTo(8480);
  }

  @Test
  void ourOwnRecording_hasThem() throws Exception {
    Path file = directory.resolve("own.jfr");
    FlightRecording recording = FlightRecording.start(file, Duration.ofSeconds(10));
    writeAll();
    recording.close();

    assertThat(ours(file)).hasSize(6);
  }

  @Test
  void nobodyRecords_nothingIsInitialised() throws Exception {
    ChildJvm child = ChildJvm.java(List.of(), RareEventsProgram.class);

    assertThat(child.output()).isEqualTo("false\n");
  }

  private List<RecordedEvent> recorded(Runnable action) throws Exception {
    return ours(Recordings.during(directory, action));
  }

  private static List<RecordedEvent> ours(Path file) throws Exception {
    List<String> names = RareEvents.TYPES.stream().map(EventTypesTest::name).toList();
    assertThat(Files.size(file)).isPositive();
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> names.contains(event.getEventType().getName()))
        .toList();
  }

  private static RecordedEvent only(List<RecordedEvent> events, String name) {
    List<RecordedEvent> named =
        events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    assertThat(named).hasSize(1);
    return named.get(0);
  }
}
