package io.mapscope.runtime.start;

import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapFacts;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the report says about the JVM: read at the first call, on the agent's own thread, and kept,
 * but for the totals, which are those of the moment.
 */
final class JvmFacts implements Supplier<JvmInfo> {
  private static final Pattern FIRST_WORD = Pattern.compile("\\S+");

  private @Nullable JvmInfo known;
  private @Nullable ProcessTotals totals;

  /** The totals count from now on. */
  synchronized void begin() {
    totals = JdkModules.haveManagement() ? new ProcessTotals() : null;
  }

  /** CPU time of the process so far; {@link MapFacts#UNKNOWN} before {@link #begin}. */
  synchronized long cpuNanos() {
    return totals == null ? MapFacts.UNKNOWN : ProcessTotals.cpuNanos();
  }

  @Override
  public synchronized JvmInfo get() {
    JvmInfo info = known;
    if (info == null) {
      known = info = read();
    }
    return totals == null ? info : totals.addTo(info);
  }

  private static JvmInfo read() {
    return new JvmInfo(
        System.getProperty("java.vm.version", "unknown"),
        System.getProperty("java.vendor", "unknown"),
        ProcessHandle.current().pid(),
        mainClass(),
        Runtime.getRuntime().availableProcessors(),
        collectors());
  }

  /** The main class or jar; its arguments may be secrets and are left out. */
  private static String mainClass() {
    Matcher matcher = FIRST_WORD.matcher(System.getProperty("sun.java.command", ""));
    return matcher.find() ? matcher.group() : "unknown";
  }

  private static String collectors() {
    if (!JdkModules.haveManagement()) {
      return "unknown";
    }
    List<String> names = new ArrayList<>();
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      names.add(bean.getName());
    }
    return String.join(", ", names);
  }
}
