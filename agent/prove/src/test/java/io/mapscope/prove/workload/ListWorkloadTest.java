package io.mapscope.prove.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.prove.Profiles;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.list.ListMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ListWorkloadTest {

  private static final int CPUS = 2;

  private static MapProfile map(long lists, int threads, Map<Operation, Long> operations) {
    String known = "java.util.concurrent.ConcurrentHashMap";
    return Profiles.map(known, null, lists, threads, operations);
  }

  @Test
  void workload_ofAProfile_hasItsFigures() {
    MapProfile map =
        map(
            100,
            3,
            Map.of(
                Operation.GET_HIT, 1_000L,
                Operation.GET_MISS, 9_000L,
                Operation.COMPUTE_IF_ABSENT_ABSENT, 100L,
                Operation.COMPUTE_IF_ABSENT_PRESENT, 900L));

    ListWorkload workload = ListWorkload.of(map, CPUS, 1);
    ListAccount account = new ListAccount(map, workload);

    assertThat(ListWorkload.appends(map)).isEqualTo(2_000);
    assertThat(workload.threads()).isEqualTo(3);
    assertThat(workload.keys()).isEqualTo(100);
    assertThat(workload.valuesPerKey()).isEqualTo(20);
    assertThat(workload.appendsPerThread()).isEqualTo(100 * 20 / 3);
    assertThat(account.reproduced()).contains("100 lists in the map", "3 threads");
    assertThat(account.notReproduced()).anyMatch(line -> line.contains("2000 look-ups"));
  }

  @Test
  void workload_ofShortLivedLists_hasShortOnes() {
    MapProfile map = map(10, 2, Map.of(Operation.PUT_NEW, 1_000L, Operation.GET_HIT, 5_000L));

    assertThat(ListWorkload.of(map, CPUS, 1).valuesPerKey()).isEqualTo(5);
  }

  @Test
  void workload_ofTooMuch_isBoundedAndTheAccountSaysSo() {
    MapProfile map = map(5_000_000, 900, Map.of(Operation.GET_HIT, 9_000_000_000L));

    ListWorkload workload = ListWorkload.of(map, CPUS, 1);
    ListAccount account = new ListAccount(map, workload);

    assertThat(workload.keys()).isEqualTo(ListWorkload.MOST_KEYS);
    assertThat(workload.threads()).isEqualTo(Workload.MOST_THREADS_PER_CPU * CPUS);
    assertThat(workload.valuesPerKey()).isEqualTo(ListWorkload.MOST_VALUES_PER_KEY);
    assertThat(account.notReproduced())
        .anyMatch(line -> line.startsWith("all 5.00 M lists: 20.0 K"))
        .anyMatch(line -> line.startsWith("900 threads: 8"));
  }

  @Test
  void player_hotKey_getsItsShare() {
    ListWorkload workload = new ListWorkload(1, 50, 100, List.of(0.5), 3);
    Long[] keys = workload.allKeys();
    ListMap<Long, Long> lists = ListForm.SYNCHRONIZED.make();
    ListPlayer player = workload.player(keys, 0);

    for (int i = 0; i < 10_000; i++) {
      player.step(lists);
    }

    assertThat(lists.list(keys[0]).size()).isBetween(4_500, 5_500);
    assertThat(lists.list(keys[49]).size()).isBetween(50, 200);
  }
}
