package io.mapscope.weaver;

import java.util.List;

/**
 * The classes that make up one kind of map: first the one that owns the slot for the probe, then
 * its views, iterators and helpers.
 *
 * @param name shown to the user
 * @param plans the owner of the slot first; if it cannot be woven none of the others is
 * @param woven tells the recorder whether maps of this family may get probes
 */
public record MapFamily(String name, List<ClassPlan> plans, WovenFlag woven) {
  /** Sets a flag of {@code java.util.MapscopeFamilies}. */
  @FunctionalInterface
  public interface WovenFlag {
    void set(boolean woven);
  }
}
