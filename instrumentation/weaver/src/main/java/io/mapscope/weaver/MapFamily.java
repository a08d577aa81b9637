package io.mapscope.weaver;

import java.util.List;
import java.util.MapscopeFamilies;

/**
 * The classes that make up one kind of map: first the one that owns the slot for the probe, then
 * its views, iterators and helpers.
 *
 * @param name of the owner's class without its package, known to the recorder
 * @param plans the owner of the slot first; if it cannot be woven none of the others is
 */
public record MapFamily(String name, List<ClassPlan> plans) {
  /** Tells the recorder whether maps of this family may get probes. */
  void setWoven(boolean woven) {
    switch (name) {
      case "HashMap" -> MapscopeFamilies.hashMap = woven;
      case "TreeMap" -> MapscopeFamilies.treeMap = woven;
      case "WeakHashMap" -> MapscopeFamilies.weakHashMap = woven;
      case "IdentityHashMap" -> MapscopeFamilies.identityHashMap = woven;
      case "EnumMap" -> MapscopeFamilies.enumMap = woven;
      case "Hashtable" -> MapscopeFamilies.hashtable = woven;
      case "ConcurrentHashMap" -> MapscopeFamilies.concurrentHashMap = woven;
      case "ConcurrentSkipListMap" -> MapscopeFamilies.concurrentSkipListMap = woven;
      case "locks" -> MapscopeFamilies.locks = woven;
      default -> {
        // LinkedHashMap shares the slot of HashMap; what is shared by all owns none.
      }
    }
  }
}
