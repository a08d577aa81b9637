package io.mapscope.report;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Latency;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.report.Table.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a map's details: what it costs in time and memory. Says only what happened. */
final class CostDetail {

  private static final int SHOWN_ATTRIBUTIONS = 3;

  private final MapFacts facts;
  private final DetailLines out;

  CostDetail(MapFacts facts, DetailLines out) {
    this.facts = facts;
    this.out = out;
  }

  void write() {
    Contention contention = facts.contention();
    if (contention != null && !contention.isEmpty()) {
      contention(contention);
    }
    if (facts.latency() != null) {
      latency(facts.latency());
    }
    if (facts.copies() != null && facts.copies().count() > 0) {
      copies(facts.copies());
    }
    if (facts.serializations() != null) {
      serializations(facts.serializations());
    }
    if (facts.allocation() != null) {
      allocation(facts.allocation());
    }
  }

  private void contention(Contention contention) {
    if (contention.count() > 0) {
      String each = Figures.nanos(contention.nanos() / contention.count()) + " each";
      String blocked = Figures.nanos(contention.nanos()) + " blocked, " + each;
      out.add("contention", waits(contention) + ", " + blocked);
      attributions(contention);
    }
    List<String> parts = new ArrayList<>();
    addCount(parts, contention.casFailures(), "lost compare-and-set");
    addCount(parts, contention.counterCollisions(), "size counter collision");
    addCount(parts, contention.resizeHelps(), "resize help");
    if (!parts.isEmpty()) {
      out.add(contention.count() > 0 ? "" : "contention", String.join(", ", parts));
    }
  }

  /** {@code 12 waits for ReentrantLock}, {@code 14 waits (4 for monitors: 1.20 ms, ...)}. */
  private static String waits(Contention contention) {
    String waits = Figures.counted(contention.count(), "wait");
    List<String> parts = new ArrayList<>();
    Waits monitor = contention.monitor();
    if (monitor != null && monitor.count() > 0) {
      if (monitor.count() == contention.count()) {
        return waits + " for monitors";
      }
      parts.add(part(monitor.count(), "monitors", monitor.nanos()));
    }
    LockWaits lock = contention.lock();
    if (lock != null && lock.count() > 0) {
      String name = lock.className() == null ? "locks" : Names.simple(lock.className());
      if (lock.count() == contention.count()) {
        return waits + " for " + name;
      }
      parts.add(part(lock.count(), name, lock.nanos()));
    }
    if (contention.treeBinWaits() > 0) {
      parts.add(Paragraph.together(Figures.count(contention.treeBinWaits()) + " for tree bins"));
    }
    return parts.isEmpty() ? waits : waits + " (" + String.join(", ", parts) + ")";
  }

  private static String part(long count, String what, long nanos) {
    return Paragraph.together(Figures.count(count) + " for " + what + ": " + Figures.nanos(nanos));
  }

  /** Says nothing where all is certain. */
  private void attributions(Contention contention) {
    List<Attribution> ranked =
        contention.attributions().stream()
            .filter(part -> part.count() > 0)
            .sorted(Comparator.comparingLong(Attribution::nanos).reversed())
            .limit(SHOWN_ATTRIBUTIONS)
            .toList();
    if (ranked.stream().allMatch(part -> part.certainty() == Certainty.CERTAIN)) {
      return;
    }
    for (Attribution part : ranked) {
      String share = Figures.share((double) part.nanos(), (double) contention.nanos());
      out.add("", share + " of it " + part.certainty().jsonName() + ": " + part.by());
    }
  }

  private static void addCount(List<String> parts, long count, String noun) {
    if (count > 0) {
      parts.add(Figures.counted(count, noun));
    }
  }

  private void latency(Latency latency) {
    Table table =
        new Table(
            List.of(
                Align.ELASTIC,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.RIGHT,
                Align.LEFT));
    boolean any = row(table, "write", latency.write());
    any |= row(table, "compute", latency.compute());
    any |= row(table, "its function", latency.function());
    any |= row(table, "between", latency.between());
    if (any) {
      out.add("latency", table);
    }
  }

  private static boolean row(Table table, String name, @Nullable Quantiles quantiles) {
    if (quantiles == null || quantiles.samples() == 0) {
      return false;
    }
    table.row(
        List.of(
            name,
            "p50",
            Figures.nanos(quantiles.p50()),
            "p99",
            Figures.nanos(quantiles.p99()),
            "max",
            Figures.nanos(quantiles.max()),
            "(" + Figures.counted(quantiles.samples(), "sample") + ")"));
    return true;
  }

  private void allocation(Allocation allocation) {
    List<String> parts = new ArrayList<>();
    if (allocation.bytes() > 0) {
      String nodes = Figures.counted(allocation.nodes(), "node");
      String tables = Figures.bytes(allocation.tableBytes()) + " of tables";
      String resizes = Figures.counted(allocation.resizes(), "resize");
      String of = nodes + ", " + tables + ", " + resizes;
      parts.add(Figures.bytes(allocation.bytes()) + " allocated (" + of + ")");
    }
    if (allocation.retainedBytes() > 0) {
      parts.add(Figures.bytes(allocation.retainedBytes()) + " retained without keys and values");
    }
    if (!parts.isEmpty()) {
      out.add("memory", String.join("; ", parts));
    }
  }

  private void copies(Copies copies) {
    out.add(
        "copied",
        Figures.counted(copies.count(), "time")
            + ", "
            + Figures.entries(copies.entries())
            + " in all, "
            + Figures.nanos(copies.nanos())
            + ", "
            + Figures.bytes(copies.bytes())
            + " allocated");
    if (copies.torn() > 0) {
      String worst = Figures.counted(copies.maxWritesMeanwhile(), "write");
      out.add("", torn(copies.torn()) + ", at worst by " + worst);
    }
  }

  private static String torn(long torn) {
    return Figures.count(torn) + " torn: the map was written to meanwhile";
  }

  private void serializations(List<Serialization> formats) {
    String label = "serialized";
    List<Serialization> ranked =
        formats.stream()
            .filter(format -> format.count() > 0)
            .sorted(
                Comparator.comparingLong(Serialization::nanos)
                    .reversed()
                    .thenComparing(Serialization::format))
            .toList();
    for (Serialization format : ranked) {
      out.add(label, serialization(format));
      label = "";
      if (format.redundant() > 0) {
        out.add("", Figures.count(format.redundant()) + " of them of an unchanged map");
      }
      if (format.torn() > 0) {
        out.add("", torn(format.torn()));
      }
    }
  }

  private static String serialization(Serialization format) {
    String text =
        format.format()
            + ": "
            + Figures.counted(format.count(), "time")
            + ", "
            + Figures.entries(format.entries())
            + " in all, "
            + Figures.nanos(format.nanos());
    String written = format.bytes() < 0 ? "" : ", " + Figures.bytes(format.bytes()) + " written";
    String allocated =
        format.allocatedBytes() < 0
            ? ""
            : ", " + Figures.bytes(format.allocatedBytes()) + " allocated";
    return text + written + allocated;
  }
}
