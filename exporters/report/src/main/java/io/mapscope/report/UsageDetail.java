package io.mapscope.report;

import io.mapscope.profile.CallSite;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Shape;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Table.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Part of a map's details: who uses it and how, and what a replacement would break. Says only what
 * was seen.
 */
final class UsageDetail {

  private static final int SHOWN_CALL_SITES = 5;
  private static final double LEAST_HOT_SHARE = 0.05;
  private static final int SHOWN_KEYS = 5;

  private final MapFacts facts;
  private final DetailLines out;

  UsageDetail(MapFacts facts, DetailLines out) {
    this.facts = facts;
    this.out = out;
  }

  void write() {
    List<CallSite> callSites = facts.callSites();
    if (callSites != null && !callSites.isEmpty()) {
      callSites(callSites);
    }
    ExternalLock lock = facts.externalLock();
    if (lock != null && lock.className() != null) {
      out.add("guarded by", guard(lock.className(), lock.detail()));
    }
    List<HotKey> hotKeys = facts.hotKeys() == null ? List.of() : hot(facts.hotKeys());
    if (!hotKeys.isEmpty()) {
      out.add("hot keys", keys(hotKeys));
    }
    if (facts.keyClass() != null) {
      out.add("keys are", Names.simple(facts.keyClass()));
    }
    if (facts.nulls() != null) {
      nulls(facts.nulls());
    }
    if (facts.shape() != null) {
      shape(facts.shape());
    }
  }

  private void callSites(List<CallSite> callSites) {
    Table table = new Table(List.of(Align.ELASTIC, Align.LEFT, Align.RIGHT));
    for (CallSite site : callSites.subList(0, Math.min(SHOWN_CALL_SITES, callSites.size()))) {
      table.row(
          List.of(
              Printable.of(site.frame()),
              Printable.of(Names.operation(site.operation())),
              Figures.percent(site.share())));
    }
    out.add("used at", table);
    if (callSites.size() > SHOWN_CALL_SITES) {
      out.add("", "(" + Figures.counted(callSites.size() - SHOWN_CALL_SITES, "more place") + ")");
    }
  }

  private static String guard(String className, @Nullable LockDetail lock) {
    if (lock == null) {
      return className;
    }
    String what = lock.kind().equals(LockDetail.MONITOR) ? "the monitor of a " : "a ";
    String field = lock.field() == null ? "" : ", " + lock.field();
    String self = lock.clientSide() ? ", the map itself, locked by its callers" : "";
    String share =
        Figures.percent(lock.share()) + " of " + Figures.counted(lock.samples(), "sample");
    return what + className + field + self + "; held in " + share;
  }

  /** Every map has a most frequent key; one that takes a notable share is worth a line. */
  private static List<HotKey> hot(List<HotKey> keys) {
    return keys.stream().filter(key -> key.share() >= LEAST_HOT_SHARE).toList();
  }

  private static String keys(List<HotKey> hotKeys) {
    return hotKeys.stream()
        .limit(SHOWN_KEYS)
        .map(key -> key.key() + Paragraph.together(" " + Figures.percent(key.share())))
        .collect(Collectors.joining(", "));
  }

  private void nulls(Nulls nulls) {
    List<String> parts = new ArrayList<>();
    if (nulls.keys() > 0) {
      parts.add("null keys in " + Figures.counted(nulls.keys(), "look"));
    }
    if (nulls.values() > 0) {
      parts.add("null values in " + Figures.counted(nulls.values(), "look"));
    }
    if (!parts.isEmpty()) {
      out.add("nulls", String.join(", ", parts));
    }
  }

  private void shape(Shape shape) {
    if (shape.mutableValues() > 0) {
      String share = shape.mutableValues() + " of " + shape.valueSamples();
      out.add("values", "mutable collections in " + share + " samples" + changed(shape));
    }
    if (shape.insertionOrderTraversals() > 0) {
      String times = Figures.counted(shape.insertionOrderTraversals(), "time");
      out.add("order", "traversed in insertion or access order: " + times);
    }
    List<String> bins = new ArrayList<>();
    if (shape.hotBins() > 0) {
      bins.add(Figures.counted(shape.hotBins(), "crowded bin"));
    }
    if (shape.treeBins() > 0) {
      bins.add(Figures.counted(shape.treeBins(), "tree bin"));
    }
    if (!bins.isEmpty()) {
      out.add("bins", String.join(", ", bins));
    }
  }

  private static String changed(Shape shape) {
    return shape.changedValues() <= 0
        ? ""
        : ", changed where they lie in "
            + shape.changedValues()
            + " of "
            + Figures.counted(shape.watchedValues(), "second look");
  }
}
