package io.mapscope.report;

import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.OverlapExample;
import io.mapscope.profile.text.Figures;
import java.util.List;

/** Part of a map's details: what was done wrongly, each with one example. */
final class MisuseDetail {

  private static final int SHOWN_FRAMES = 6;

  private final MapProfile map;
  private final Misuse misuse;
  private final DetailLines out;

  MisuseDetail(MapProfile map, DetailLines out) {
    this.map = map;
    this.misuse = map.misuse();
    this.out = out;
  }

  void write() {
    if (misuse.overlaps() > 0) {
      overlaps();
    }
    if (misuse.lostRaces() > 0) {
      out.add("!! race", WrongUse.lostRaces(misuse));
      example(MisuseKind.LOST_RACE);
    }
    if (misuse.checkThenAct() > 0) {
      String times = Figures.counted(misuse.checkThenAct(), "time");
      out.add("two steps", "a look-up, and then a write of the same key: " + times);
      if (misuse.lostRaces() <= 0) {
        example(MisuseKind.CHECK_THEN_ACT);
      }
    }
    if (misuse.concurrentModificationExceptions() > 0) {
      out.add("!! thrown", WrongUse.exceptions(misuse));
      example(MisuseKind.CONCURRENT_MODIFICATION);
    }
    if (misuse.tornTraversals() > 0) {
      out.add("torn", torn());
      example(MisuseKind.TORN_TRAVERSAL);
    }
    recursions();
  }

  private void recursions() {
    Latency latency = map.facts().latency();
    if (latency != null && latency.recursions() > 0) {
      String times = Figures.counted(latency.recursions(), "time");
      out.add("!! nested", "a function used the map it was computing for: " + times);
      example(MisuseKind.RECURSION);
    }
  }

  /** {@code 3 of 40 sampled traversals saw the map written to meanwhile, up to 17 times}. */
  private String torn() {
    StringBuilder text = new StringBuilder(Figures.count(misuse.tornTraversals()));
    if (misuse.traversalsWatched() > 0) {
      text.append(" of ").append(Figures.count(misuse.traversalsWatched()));
    }
    text.append(" sampled traversals saw the map written to meanwhile");
    if (misuse.mostWritesDuringTraversal() > 0) {
      text.append(", up to ");
      text.append(Figures.counted(misuse.mostWritesDuringTraversal(), "time"));
    }
    return text.toString();
  }

  private void overlaps() {
    out.add("!! unsafe", WrongUse.overlaps(map));
    List<OverlapExample> examples = misuse.overlapExamples();
    if (!examples.isEmpty()) {
      for (List<String> stack : examples.get(0).stacks()) {
        out.stack("one thread", stack, SHOWN_FRAMES);
      }
    }
  }

  private void example(MisuseKind kind) {
    for (MisuseExample example : misuse.examples()) {
      if (example.kind() == kind) {
        for (List<String> stack : example.stacks()) {
          out.stack("example", stack, SHOWN_FRAMES);
        }
        return;
      }
    }
  }
}
