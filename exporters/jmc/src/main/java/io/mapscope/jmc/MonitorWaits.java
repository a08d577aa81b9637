package io.mapscope.jmc;

import io.mapscope.profile.Contention;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemFilter;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;
import org.openjdk.jmc.flightrecorder.jdk.JdkTypeIDs;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;

/**
 * The waits for monitors that the JVM itself recorded, from which JMC's rule Java Blocking names
 * the class of a monitor, and which of them are a map's: {@code mapscope.MapContention} says which
 * monitors guard it.
 *
 * <p>There is no {@code @DependsOn} on that rule: it tells only of the one class most waited for,
 * and JMC's registry fails as a whole where the rule that is depended on is not installed.
 */
final class MonitorWaits {

  private static final String MAP_CONTENTION = "mapscope.MapContention";
  private static final String MONITOR = "monitor";
  private static final IAttribute<String> MAP_ID = textOf("mapId");
  private static final IAttribute<String> KIND = textOf("kind");
  private static final IAttribute<String> LOCK_CLASS = textOf("lockClass");

  private final IItemCollection items;

  private MonitorWaits(IItemCollection items) {
    this.items = items;
  }

  static MonitorWaits in(IItemCollection items) {
    return new MonitorWaits(items);
  }

  private static IAttribute<String> textOf(String field) {
    return Attribute.attr(field, field, UnitLookup.PLAIN_TEXT);
  }

  /**
   * What ties {@code map} to what JMC says about monitors, in sentences, or null when the recording
   * shows no wait for a monitor, or none was for this map.
   */
  @Nullable String explain(MapProfile map, ResultBuilder result) {
    Contention contention = map.facts().contention();
    Waits ours = contention == null ? null : contention.monitor();
    IQuantity all = blocked(items);
    if (ours == null || ours.nanos() == 0 || all == null) {
      return null;
    }
    result.addResult(Results.MONITOR_WAITS, all);
    Set<String> classes = monitorClasses(map.id());
    return "JMC's rule Java Blocking judges the "
        + Figures.nanos(all.clampedLongValueIn(UnitLookup.NANOSECOND))
        + " that threads waited for monitors in this recording, as far as its threshold lets them"
        + " through. Mapscope ties "
        + Figures.nanos(ours.nanos())
        + " of waits for monitors to this map."
        + perClass(classes, result);
  }

  private String perClass(Set<String> classes, ResultBuilder result) {
    if (classes.isEmpty()) {
      return "";
    }
    String names = String.join(", ", classes);
    result.addResult(Results.MONITOR_CLASS, names);
    IQuantity ofClasses = blocked(items.apply(monitorsOf(classes)));
    String waited =
        ofClasses == null
            ? ""
            : ", for which threads waited "
                + Figures.nanos(ofClasses.clampedLongValueIn(UnitLookup.NANOSECOND))
                + " there";
    return " Its monitors are of " + names + waited + ".";
  }

  private static @Nullable IQuantity blocked(IItemCollection events) {
    return events.getAggregate(Aggregators.sum(JdkTypeIDs.MONITOR_ENTER, JfrAttributes.DURATION));
  }

  private static IItemFilter monitorsOf(Set<String> classes) {
    return ItemFilters.and(
        ItemFilters.type(JdkTypeIDs.MONITOR_ENTER),
        type -> {
          IMemberAccessor<IMCType, IItem> monitor = JdkAttributes.MONITOR_CLASS.getAccessor(type);
          return event -> {
            IMCType found = monitor == null ? null : monitor.getMember(event);
            return found != null && classes.contains(found.getFullName());
          };
        });
  }

  /** Classes of the objects in whose monitors threads waited for the map. */
  private Set<String> monitorClasses(String mapId) {
    Set<String> classes = new HashSet<>();
    for (IItemIterable events : items.apply(ItemFilters.type(MAP_CONTENTION))) {
      IMemberAccessor<String, IItem> map = MAP_ID.getAccessor(events.getType());
      IMemberAccessor<String, IItem> kind = KIND.getAccessor(events.getType());
      IMemberAccessor<String, IItem> lock = LOCK_CLASS.getAccessor(events.getType());
      for (IItem event : events) {
        String name = lock.getMember(event);
        if (name != null
            && mapId.equals(map.getMember(event))
            && MONITOR.equals(kind.getMember(event))) {
          classes.add(name);
        }
      }
    }
    return classes;
  }
}
