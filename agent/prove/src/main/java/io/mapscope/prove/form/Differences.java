package io.mapscope.prove.form;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Shape;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a candidate behaves otherwise than the recorded form, with what was recorded of it. */
public final class Differences {

  private final MapProfile map;
  private final Recorded recorded;
  private final Form form;
  private final List<String> lines = new ArrayList<>();

  private Differences(MapProfile map, Recorded recorded, Form form) {
    this.map = map;
    this.recorded = recorded;
    this.form = form;
  }

  /** A line for each difference that what was recorded does not rule out. */
  public static List<String> of(MapProfile map, Recorded recorded, Form form) {
    Differences differences = new Differences(map, recorded, form);
    differences.nulls();
    differences.order();
    differences.moments();
    differences.atomicity();
    differences.others();
    return differences.lines;
  }

  private boolean adds(Promise promise) {
    return form.has(promise) && !recorded.form().has(promise);
  }

  private void nulls() {
    if (!adds(Promise.NO_NULLS) || recorded.base() == Base.HASHTABLE) {
      return;
    }
    @Nullable Nulls nulls = map.facts().nulls();
    if (nulls == null) {
      lines.add("refuses nulls; whether the map was given any was not recorded");
    } else if (nulls.keys() + nulls.values() > 0) {
      lines.add(
          "refuses nulls: "
              + Figures.counted(nulls.keys(), "null key")
              + " and "
              + Figures.counted(nulls.values(), "null value")
              + " were seen");
    } else {
      lines.add("refuses nulls: none were seen");
    }
  }

  private void order() {
    boolean loses = (form.has(Promise.NO_ORDER) || form.has(Promise.SORTED)) && !form.keepsBase();
    boolean linked = recorded.base() == Base.LINKED || recorded.base() == Base.ACCESS_ORDERED;
    if (loses && linked) {
      @Nullable Shape shape = map.facts().shape();
      long passes =
          shape == null || shape.insertionOrderTraversals() < 0
              ? map.operations().get(Operation.TRAVERSALS)
              : shape.insertionOrderTraversals();
      lines.add(
          "does not keep entries in the order of insertion or access: "
              + Figures.counted(passes, "traversal")
              + " may rely on it");
    }
    boolean sorted = recorded.form() == Form.SKIP_LIST || recorded.base() == Base.TREE;
    if (sorted && !form.has(Promise.SORTED) && !form.keepsBase()) {
      lines.add(
          "does not keep keys sorted: "
              + Figures.counted(map.operations().get(Operation.TRAVERSALS), "traversal")
              + " may rely on it");
    }
  }

  private void moments() {
    long passes = map.operations().get(Operation.TRAVERSALS);
    if (adds(Promise.WEAK) && passes > 0) {
      Misuse misuse = map.misuse();
      String torn =
          misuse.tornTraversals() > 0
              ? "; others wrote during " + Figures.count(misuse.tornTraversals()) + " sampled ones"
              : "";
      lines.add(
          "a pass, a copy or a size may see some of the writes made meanwhile and not others: "
              + Figures.counted(passes, "traversal")
              + torn);
    }
  }

  private void atomicity() {
    @Nullable ExternalLock lock = map.facts().externalLock();
    @Nullable LockDetail detail = lock == null ? null : lock.detail();
    if (detail != null && !form.keepsBase()) {
      lines.add(
          "what the program did to the map, and to other things, in one step under its "
              + detail.className()
              + " ("
              + Figures.percent(detail.share())
              + " of samples) becomes several steps");
    }
    long pairs = map.misuse().checkThenAct();
    if (pairs > 0 && !form.has(Promise.ATOMIC)) {
      lines.add(
          "a look-up and the write that follows it stay two steps: seen "
              + Figures.counted(pairs, "time"));
    }
  }

  private void others() {
    if (adds(Promise.COUNTERS)) {
      lines.add("values become LongAdders: only where they are counters that nobody replaces");
    }
    if (adds(Promise.COMPUTES_TWICE)) {
      lines.add("two threads may run the function for one key, and one result is thrown away");
    }
    if (adds(Promise.EVICTS)) {
      lines.add("removes entries beyond its bound; in the replay it has room for all");
    }
    if (adds(Promise.EXPIRES)) {
      lines.add("removes entries some time after they were written; in the replay none is so old");
    }
    if (adds(Promise.NUMBERS)) {
      lines.add("keys become longs: all that were sampled are of " + map.facts().keyClass());
    }
    if (adds(Promise.ONE_THREAD)) {
      lines.add("is for one thread: no other was seen to use the map");
    }
    if (form == Form.COPY_ON_WRITE) {
      lines.add("each write copies the whole map");
    }
  }
}
