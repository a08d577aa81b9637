package io.mapscope.prove.measure;

import io.mapscope.profile.text.Figures;
import io.mapscope.prove.list.ListCandidates;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.list.ListMap;
import io.mapscope.prove.workload.ListPlayer;
import io.mapscope.prove.workload.ListWorkload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the same appends give the same lists in a form as in the one that stands in. */
final class ListEquivalence {

  private static final int APPENDS = 20_000;
  private static final int LOOKS = 4;

  private final ListWorkload workload;

  ListEquivalence(ListWorkload workload) {
    this.workload = workload;
  }

  /** What differs first, or null when nothing does. */
  @Nullable String difference(ListForm form) {
    return difference(form.make());
  }

  @Nullable String difference(ListMap<Long, Long> lists) {
    Long[] keys = workload.allKeys();
    ListMap<Long, Long> model = ListCandidates.STAND_IN.make();
    ListPlayer player = workload.player(keys, 0);
    ListPlayer modelPlayer = workload.player(keys, 0);
    for (int look = 1; look <= LOOKS; look++) {
      for (int i = 0; i < APPENDS / LOOKS; i++) {
        player.step(lists);
        modelPlayer.step(model);
      }
      for (Long key : keys) {
        List<Long> expected = model.list(key);
        List<Long> found = lists.list(key);
        if (!found.equals(expected)) {
          return "after "
              + Figures.counted((long) look * APPENDS / LOOKS, "append")
              + " a list has "
              + Figures.counted(found.size(), "value")
              + " where it should have "
              + Figures.count(expected.size())
              + ", or others";
        }
      }
    }
    return null;
  }
}
