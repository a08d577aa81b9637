package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.TraceRef;
import io.mapscope.profile.json.FactsJson;
import io.mapscope.profile.json.MalformedReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingEventsTest {

  private static final Report SHOP = ReportSamples.shop().withFindings(FindingSamples.shop());
  private static final Finding RACE = SHOP.findings().get(0);
  private static final MapProfile SESSIONS = SHOP.maps().get(1);

  @TempDir Path directory;

  @Test
  void finding_ofAMapCaughtInATrace_namesTraceAndSpan() throws Exception {
    TraceRef trace = new TraceRef("0123456789abcdef0123456789abcdef", "fedcba9876543210");
    JfrSink sink =
        new JfrSink(
            () -> SHOP,
            mapId -> mapId.equals(RACE.map()) ? trace : null,
            problem -> {
              throw problem;
            });
    Path file =
        Recordings.during(directory, () -> sink.tell(FindingState.APPEARED, RACE, SESSIONS));

    assertThat(events(file))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("traceId")).isEqualTo(trace.traceId());
              assertThat(event.getString("spanId")).isEqualTo(trace.spanId());
            });
  }

  @Test
  void finding_recorded_showsItsPartsInFieldsOfTheirOwn() throws Exception {
    JfrSink sink = Recordings.sink(() -> SHOP);
    Path file =
        Recordings.during(directory, () -> sink.tell(FindingState.APPEARED, RACE, SESSIONS));

    assertThat(events(file))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("state")).isEqualTo("appeared");
              assertThat(event.getString("severity")).isEqualTo("error");
              assertThat(event.getString("rule")).isEqualTo("unsafe-shared-map");
              assertThat(event.getString("title")).isEqualTo(RACE.title());
              assertThat(event.getString("explanation")).isEqualTo(RACE.explanation());
              assertThat(event.getDouble("confidence")).isEqualTo(1);
              assertThat(event.getString("evidence"))
                  .isEqualTo(
                      "{\"overlaps\": 1407, \"readRatio\": 0.958,"
                          + " \"threads\": [\"http-1\", \"http-2\"]}");
              assertThat(event.getString("replacementKind")).isEqualTo("concurrent");
              assertThat(event.getString("replacement")).endsWith("ConcurrentHashMap");
              assertThat(event.getString("snippet")).contains("new ConcurrentHashMap<>()");
              assertThat(event.getString("caveats").lines()).hasSize(2);
              assertThat(event.getString("findingId")).isEqualTo(RACE.id());
              assertThat(event.getString("mapId")).isEqualTo(SESSIONS.id());
              assertThat(event.getString("field")).isEqualTo("com.acme.shop.Sessions.byId");
              assertThat(event.getString("mapClass")).isEqualTo("java.util.HashMap");
              assertThat(event.getString("site")).isEqualTo("com.acme.shop.Sessions.<init>:17");
            });
  }

  @Test
  void findings_ofTheFinalReport_areReadBackTheSame() throws Exception {
    Report nasty = ReportSamples.nasty().withFindings(FindingSamples.nasty());

    assertThat(read(Recordings.of(directory, SHOP))).isEqualTo(SHOP.findings());
    assertThat(read(Recordings.of(directory, nasty))).isEqualTo(nasty.findings());
  }

  @Test
  void findings_recordingStartedAndEndedLater_areAtTheBeginAndEndOfItsChunk() throws Exception {
    JfrSink sink = Recordings.sink(() -> SHOP);
    sink.register();
    try {
      List<RecordedEvent> events = events(Recordings.during(directory, () -> {}));

      assertThat(events).hasSizeGreaterThanOrEqualTo(2 * SHOP.findings().size());
      assertThat(events).allMatch(event -> event.getString("state").equals("open"));
    } finally {
      sink.unregister();
    }
  }

  @Test
  void finding_ofAMapThatIsGone_isWrittenWithoutItsSite() throws Exception {
    JfrSink sink = Recordings.sink(() -> SHOP);
    Path file = Recordings.during(directory, () -> sink.tell(FindingState.WITHDRAWN, RACE, null));

    assertThat(events(file))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("state")).isEqualTo("withdrawn");
              assertThat(event.getString("site")).isNull();
            });
  }

  @Test
  void report_ofARecordingWithFindings_holdsTheFiguresAlone() throws Exception {
    assertThat(RecordingReader.read(Recordings.of(directory, SHOP)))
        .isEqualTo(SHOP.withFindings(List.of()));
  }

  private static List<RecordedEvent> events(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(FindingEvent.NAME))
        .toList();
  }

  private static List<Finding> read(Path file) throws IOException, MalformedReport {
    List<Finding> findings = new ArrayList<>();
    for (RecordedEvent event : events(file)) {
      findings.add(FactsJson.readFinding(event.getString("finding")));
    }
    return findings;
  }
}
