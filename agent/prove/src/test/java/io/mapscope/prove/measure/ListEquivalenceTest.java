package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.list.ListMap;
import io.mapscope.prove.workload.ListWorkload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ListEquivalenceTest {

  private static final ListWorkload WORKLOAD = new ListWorkload(2, 30, 50, List.of(0.2), 5);

  @ParameterizedTest
  @EnumSource(ListForm.class)
  void difference_everyForm_isNone(ListForm form) {
    assertThat(new ListEquivalence(WORKLOAD).difference(form)).isNull();
  }

  @Test
  void difference_anAppendThatIsLost_isTold() {
    ListMap<Long, Long> whole = ListForm.SYNCHRONIZED.make();
    ListMap<Long, Long> losing =
        new ListMap<>() {
          private int appends;

          @Override
          public void append(Long key, Long value) {
            if (++appends != 700) {
              whole.append(key, value);
            }
          }

          @Override
          public List<Long> list(Long key) {
            return whole.list(key);
          }
        };

    assertThat(new ListEquivalence(WORKLOAD).difference(losing)).contains("after 5000 appends");
  }

  @ParameterizedTest
  @EnumSource(ListForm.class)
  void replay_pastTheEndOfAMap_goesOnWithANewOne(ListForm form) {
    ListReplayBenchmark replay = new ListReplayBenchmark();
    replay.form = form.name();
    replay.begin(new ListWorkload(1, 3, 100, List.of(), 5));
    ListReplayBenchmark.Turn turn = new ListReplayBenchmark.Turn();
    turn.take(replay);

    for (int i = 0; i < 1_000; i++) {
      replay.operation(turn);
    }

    assertThat(replay.values()).isEqualTo(1_000 - 3 * 300);
  }
}
