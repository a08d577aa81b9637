package io.mapscope.prove.seeds.bench;

import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Subject;
import java.util.Map;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One thread copies a map while another one writes it, without a pause.
 *
 * <p>The writer puts 1, 2, 3 ... and goes round the keys in turn. At every moment the values of n
 * entries are therefore n numbers in a row: a copy whose largest and smallest are not n - 1 apart
 * shows a map that never was.
 */
@State(Scope.Group)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, fill the rest
public class SafeCopyBenchmark {

  /** What JMH calls the two threads when a copy is only made. */
  public static final String COPYING = SafeCopyBenchmark.class.getName() + ".copying";

  /** And when it is read through, too, and held against what never was. */
  public static final String READING = SafeCopyBenchmark.class.getName() + ".reading";

  /** Label of the copies that were made. */
  public static final String COPIES = "copy";

  /** Label of the writes beside them. */
  public static final String WRITES = "write";

  /** Label of the copies that were made and read through. */
  public static final String READS = "copyAndRead";

  /** Label of the writes beside those. */
  public static final String WRITES_MEANWHILE = "writeMeanwhile";

  /** Label of the copies that were looked at. */
  public static final String CHECKED = "checkedCopies";

  /** Label of those among them that show what never was. */
  public static final String TORN = "tornCopies";

  /** Entries of the map. */
  public static final int ENTRIES = 10_000;

  /** A {@link Form}. */
  @Param("CONCURRENT_HASH_MAP")
  public String form;

  private final Long[] keys = Draws.keys(ENTRIES);
  private Subject map;
  private long written;

  /** Makes and fills the map. */
  @Setup(Level.Trial)
  public void fill() {
    map = Form.valueOf(form).make(Base.HASH, ENTRIES);
    for (int i = 0; i < ENTRIES; i++) {
      put();
    }
  }

  private void put() {
    map.put(keys[(int) (written % ENTRIES)], written);
    written++;
  }

  /** Copies, and how many of them show what never was. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Findings {

    /** All that were looked at. */
    public long checkedCopies;

    /** Those that show what never was. */
    public long tornCopies;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void begin() {
      checkedCopies = 0;
      tornCopies = 0;
    }
  }

  /** A copy. */
  @Benchmark
  @Group("copying")
  @GroupThreads(1)
  public Object copy() {
    return map.copy();
  }

  /** A put by the only writer. */
  @Benchmark
  @Group("copying")
  @GroupThreads(1)
  public void write() {
    put();
  }

  /** A copy that is read through. */
  @Benchmark
  @Group("reading")
  @GroupThreads(1)
  public void copyAndRead(Findings findings) {
    findings.checkedCopies++;
    if (isTorn(map.copy())) {
      findings.tornCopies++;
    }
  }

  /** A put by the only writer. */
  @Benchmark
  @Group("reading")
  @GroupThreads(1)
  public void writeMeanwhile() {
    put();
  }

  /** Whether the values are no {@link #ENTRIES} numbers in a row. */
  static boolean isTorn(Map<Long, ?> copy) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (Object value : copy.values()) {
      long number = (Long) value;
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    return copy.size() != ENTRIES || most - least != ENTRIES - 1;
  }
}
