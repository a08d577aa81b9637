package io.mapscope.prove.measure;

import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Subject;
import io.mapscope.prove.workload.Keys;
import io.mapscope.prove.workload.Workload;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;

/** How many bytes a form holds for each entry, told by the heap before and after making many. */
final class Retained {

  /** So many entries together drown what else changes on the heap. */
  private static final int ENTRIES = 200_000;

  /** A map without entries has its own weight, too, and some forms are heavy. */
  private static final int MOST_MAPS = 1_000;

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Retained() {}

  /** Bytes per entry, keys and values excepted; NaN when the heap says nothing sensible. */
  static double bytesPerEntry(Form form, Base base, Workload workload) {
    Keys keys = new Keys(workload);
    int maps = Math.max(1, Math.min(MOST_MAPS, ENTRIES / workload.entries()));
    List<Subject> made = new ArrayList<>(maps);
    long before = used();
    for (int i = 0; i < maps; i++) {
      Subject subject = form.make(base, workload.entries());
      keys.fill(subject);
      made.add(subject);
    }
    long after = used();
    long entries = made.stream().mapToLong(Subject::size).sum();
    return after > before && entries > 0 ? (double) (after - before) / entries : Double.NaN;
  }

  @SuppressWarnings("DoNotCall") // what is asked for is what the collector left
  private static long used() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
