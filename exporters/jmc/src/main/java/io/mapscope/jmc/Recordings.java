package io.mapscope.jmc;

import io.mapscope.advisor.Advisor;
import io.mapscope.jfr.ReportAssembly;
import io.mapscope.profile.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemFilters;

/**
 * What the advisor makes of recordings. All rules ask about the same events one after another or at
 * once, so an answer is kept as long as JMC keeps the events, per set of thresholds.
 */
final class Recordings {

  /** By the events' identity: no collection of JMC defines another. */
  private static final Map<IItemCollection, Recordings> KNOWN = new WeakHashMap<>();

  private final List<Report> reports;
  private final Map<Properties, List<Judged>> judged = new HashMap<>();

  private Recordings(List<Report> reports) {
    this.reports = reports;
  }

  /**
   * The reports in {@code items}, oldest run of the agent first, each judged.
   *
   * @param thresholds those that differ from the standard, see {@link Advisor#of}
   * @throws IllegalArgumentException when the events are not what this version reads, or a
   *     threshold has an impossible value
   */
  static List<Judged> judged(IItemCollection items, Properties thresholds) {
    Recordings recording;
    synchronized (KNOWN) {
      recording = KNOWN.computeIfAbsent(items, Recordings::read);
    }
    return recording.judged(thresholds);
  }

  private synchronized List<Judged> judged(Properties thresholds) {
    List<Judged> known = judged.get(thresholds);
    if (known == null) {
      Advisor advisor = Advisor.of(thresholds);
      known = reports.stream().map(report -> Judged.of(report, advisor)).toList();
      judged.put(thresholds, known);
    }
    return known;
  }

  private static Recordings read(IItemCollection items) {
    ReportAssembly assembly = new ReportAssembly();
    String[] types = ReportAssembly.EVENT_TYPES.toArray(new String[0]);
    for (IItemIterable events : items.apply(ItemFilters.type(types))) {
      IType<IItem> type = events.getType();
      ItemValues.Fields fields = new ItemValues.Fields(type);
      for (IItem event : events) {
        assembly.add(type.getIdentifier(), fields.of(event));
      }
    }
    return new Recordings(new ArrayList<>(assembly.reports()));
  }
}
