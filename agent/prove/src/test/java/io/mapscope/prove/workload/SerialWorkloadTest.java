package io.mapscope.prove.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Serialization;
import io.mapscope.prove.Profiles;
import io.mapscope.prove.serial.SerialForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SerialWorkloadTest {

  private static final int CPUS = 2;
  private static final long UNKNOWN = MapFacts.UNKNOWN;

  /** A map of 1,000 entries that was made once, filled, and written {@code changes} times. */
  private static MapProfile map(Serialization item, int threads, long changes) {
    Map<Operation, Long> operations =
        Map.of(Operation.PUT_NEW, 1_000L, Operation.PUT_REPLACE, changes);
    return Profiles.map("java.util.concurrent.ConcurrentHashMap", null, threads, operations)
        .withFacts(MapFacts.none().withSerializations(List.of(item)));
  }

  private static Serialization item(long count, long bytes, long redundant) {
    return new Serialization("jackson-json", count, count * 1_000, bytes, 1, 1, 0, redundant);
  }

  private static SerialWorkload workload(MapProfile map) {
    return SerialWorkload.of(map, CPUS, 1);
  }

  private static Changes changes(Serialization item, long writes) {
    return workload(map(item, 1, writes)).changes();
  }

  @Test
  void workload_ofAProfile_hasItsFigures() {
    SerialWorkload workload = workload(map(item(500, 500L * 1_000 * 80, 0), 3, 500));

    assertThat(workload.recorded().form()).isEqualTo(SerialForm.JSON);
    assertThat(workload.entries()).isEqualTo(1_000);
    assertThat(workload.bytesPerEntry()).isEqualTo(80);
    assertThat(workload.content().bytesPerEntry()).isCloseTo(80, within(1.0));
    assertThat(workload.threads()).isEqualTo(3);
  }

  @Test
  void workload_ofTooMuch_isBoundedAndTheAccountSaysSo() {
    MapProfile map = map(item(2, 2L * 1_000 * 100_000, 0), 900, 500_000);
    SerialWorkload workload = workload(map);
    SerialAccount account = new SerialAccount(map, workload);

    assertThat(workload.threads()).isEqualTo(8);
    assertThat(workload.entries()).isEqualTo(160);
    assertThat(account.notReproduced())
        .anyMatch(line -> line.startsWith("900 threads"))
        .anyMatch(line -> line.startsWith("the 1000 entries"))
        .anyMatch(line -> line.startsWith("all 250 K writes"));
  }

  /** Writes that filled the map are none between two serializations. */
  @Test
  void changes_redundantRecorded_areSpreadAsRecorded() {
    Changes rare = changes(item(10_000, 1, 9_990), 10);
    assertThat(rare.share()).isCloseTo(0.001, within(1e-9));
    assertThat(rare.writes()).isEqualTo(1);

    Changes often = changes(item(1_000, 1, 0), 2_500);
    assertThat(often.share()).isEqualTo(1);
    assertThat(often.writes()).isEqualTo(2.5);
  }

  @Test
  void changes_redundantUnknown_areAsManyAsWrites() {
    assertThat(changes(item(1_000, 1, UNKNOWN), 99).share()).isCloseTo(0.1, within(1e-9));
    MapProfile map = map(item(1_000, 1, UNKNOWN), 1, 99);
    assertThat(new SerialAccount(map, workload(map)).notReproduced())
        .anyMatch(line -> line.contains("repeated the one before, which was not recorded"));
  }

  @Test
  void changes_neverWritten_areNone() {
    assertThat(changes(item(1_000, 1, 1_000), 0).share()).isZero();
  }

  @Test
  void pace_fractions_areSpreadEvenly() {
    Pace tenth = new Pace(0.1, 1);
    Pace more = new Pace(0.5, 2.5);
    int tenths = 0;
    int mores = 0;
    for (int i = 0; i < 1_000; i++) {
      int next = tenth.next();
      assertThat(next).isLessThanOrEqualTo(1);
      tenths += next;
      mores += more.next();
    }

    assertThat(tenths).isBetween(99, 101);
    assertThat(mores).isBetween(1_247, 1_250);
  }

  @Test
  void account_ofUnseenBytes_saysWhatIsAssumed() {
    MapProfile map = map(item(1_000, UNKNOWN, 0), 2, 10);

    assertThat(new SerialAccount(map, workload(map)).notReproduced())
        .anyMatch(line -> line.contains("could not be seen: 100 B for each entry"))
        .anyMatch(line -> line.startsWith("where the bytes go"));
  }
}
