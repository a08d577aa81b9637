package io.mapscope.weaver;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeViews;
import org.jspecify.annotations.Nullable;

/**
 * The class file transformer: weaves the classes of the plans when they are retransformed at start
 * or loaded later, and no others.
 *
 * <p>Called by the JVM on whatever thread loads a class. It looks names up in sorted arrays,
 * because a map here would be one of those it weaves, and never throws: a class that cannot be
 * woven stays as it is, with a reason. When the owner of a family's slot is refused the rest of the
 * family is left alone.
 */
public final class Weaver implements ClassFileTransformer {
  private final List<MapFamily> families;
  private final TrackedClasses tracked;
  private final Prewoven prewoven = new Prewoven();
  private final NameFilter targets = new NameFilter();
  private final String[] internalNames;
  private final ClassPlan[] plans;
  private final MapFamily[] familyOf;
  private final Demand demand;
  private final WovenClasses classes = new WovenClasses();
  private final List<MapFamily> refusedFamilies = new ArrayList<>();

  public Weaver(List<MapFamily> families) {
    this(families, new TrackedClasses(List.of(), List.of()));
  }

  /** Weaves {@code tracked} too, classes that are not the JDK's. */
  public Weaver(List<MapFamily> families, TrackedClasses tracked) {
    this.families = List.copyOf(families);
    this.tracked = tracked;
    List<String> names = new ArrayList<>();
    for (MapFamily family : families) {
      for (ClassPlan plan : family.plans()) {
        names.add(plan.className().replace('.', '/'));
        targets.add(plan.className());
      }
    }
    internalNames = names.toArray(new String[0]);
    Arrays.sort(internalNames);
    plans = new ClassPlan[internalNames.length];
    familyOf = new MapFamily[internalNames.length];
    for (MapFamily family : families) {
      for (ClassPlan plan : family.plans()) {
        int i = Arrays.binarySearch(internalNames, plan.className().replace('.', '/'));
        plans[i] = plan;
        familyOf[i] = family;
      }
    }
    demand = new Demand(plans);
  }

  /** Weaves what is loaded, now, and what will be loaded, then. */
  public void install(Instrumentation instrumentation) throws UnmodifiableClassException {
    instrumentation.addTransformer(this, true);
    weaveMissed(instrumentation);
    weaveMissed(instrumentation);
    restoreRefused(instrumentation);
    tracked.refuseLoaded(LoadedClasses.of(instrumentation));
  }

  /**
   * Weaves the classes that are loaded and not woven. Besides those of the start, there are classes
   * that the weaving itself made the JVM load: it calls no transformer from within one (JPLIS keeps
   * a thread from re-entering).
   */
  public void weaveMissed(Instrumentation instrumentation) throws UnmodifiableClassException {
    Batches.retransform(loadedTargets(instrumentation), instrumentation);
  }

  /**
   * Weaves what the recorder has come to want, into what is loaded and what will be: the ends of
   * traversals. Not on a thread of the application's, which would wait for it.
   *
   * @return what was refused, for good; otherwise all is as it was
   */
  public List<Refusal> weaveWanted(Instrumentation instrumentation) {
    int wanted = demand.ask();
    if (wanted == 0) {
      return List.of();
    }
    List<Refusal> before = classes.refused();
    try {
      List<String> names = demand.classes(wanted);
      Batches.retransform(LoadedClasses.named(names, instrumentation), instrumentation);
    } catch (Throwable problem) {
      refuse(wanted, problem.toString());
    }
    demand.settle(wanted);
    List<Refusal> after = new ArrayList<>(classes.refused());
    after.removeAll(before);
    return after;
  }

  private void refuse(int wanted, String reason) {
    demand.refuse(wanted);
    for (String name : demand.classes(wanted)) {
      classes.refused(name, "its traversals are not watched: " + reason);
    }
  }

  /**
   * Puts the JDK's classes back as they were, but for what {@link MapscopeViews} keeps. Other
   * classes keep what was added to them, because a class cannot lose members; their operations find
   * the gate closed.
   */
  public void uninstall(Instrumentation instrumentation) throws UnmodifiableClassException {
    guardViews(instrumentation);
    instrumentation.removeTransformer(this);
    demand.end();
    for (MapFamily family : families) {
      family.setWoven(false);
    }
    restore(families, instrumentation);
  }

  private void guardViews(Instrumentation instrumentation) {
    for (String name : classes.woven()) {
      if (MapscopeViews.areCachedBy(name.replace('.', '/'))) {
        if (MapscopeViews.guard() instanceof ClassFileTransformer guard) {
          instrumentation.addTransformer(guard, true);
        }
        return;
      }
    }
  }

  /** Names of the classes woven so far. */
  public List<String> woven() {
    List<String> all = new ArrayList<>(classes.woven());
    all.addAll(tracked.classes().woven());
    return List.copyOf(all);
  }

  /** Classes that stayed as they are, with the reasons. */
  public List<Refusal> refused() {
    List<Refusal> all = new ArrayList<>(classes.refused());
    all.addAll(tracked.classes().refused());
    return List.copyOf(all);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    if (loader != null) {
      return tracked.weave(loader, internalName, redefined, classFile);
    }
    int i = Arrays.binarySearch(internalNames, internalName);
    return i < 0 ? null : weave(i, classFile);
  }

  private synchronized byte @Nullable [] weave(int i, byte[] classFile) {
    ClassPlan plan = plans[i];
    MapFamily family = familyOf[i];
    if (refusedFamilies.contains(family)) {
      demand.refuse(plan.demand());
      return null;
    }
    int demanded = demand.give(i);
    if (!plan.isDue(demanded)) {
      return null;
    }
    boolean ownsSlot = family.plans().get(0) == plan;
    try {
      byte[] result = wovenFor(plan, demanded, classFile);
      classes.woven(plan.className());
      if (ownsSlot) {
        family.setWoven(true);
      }
      return result;
    } catch (UnknownShape shape) {
      refuse(plan, family, ownsSlot, "unknown shape: " + shape.getMessage());
    } catch (Throwable problem) {
      refuse(plan, family, ownsSlot, problem.toString());
    }
    return null;
  }

  /** What cannot be woven on demand is woven without, as it was before. */
  private byte[] wovenFor(ClassPlan plan, int demanded, byte[] classFile)
      throws IOException, UnknownShape {
    if (demanded != 0) {
      try {
        return ClassWeaving.weave(plan, demanded, classFile);
      } catch (UnknownShape | RuntimeException | Error problem) {
        refuse(demanded, problem.toString());
      }
    }
    return wovenBeforeOrNow(plan, classFile);
  }

  private byte[] wovenBeforeOrNow(ClassPlan plan, byte[] classFile)
      throws IOException, UnknownShape {
    byte[] before = prewoven.find(plan.className(), classFile);
    return before == null ? ClassWeaving.weave(plan, classFile) : before;
  }

  private void refuse(ClassPlan plan, MapFamily family, boolean ownsSlot, String reason) {
    classes.refused(plan.className(), reason);
    if (ownsSlot) {
      family.setWoven(false);
      refusedFamilies.add(family);
    }
  }

  /** Members of a refused family that were woven before its owner was met go back. */
  private void restoreRefused(Instrumentation instrumentation) throws UnmodifiableClassException {
    restore(refusedFamilies, instrumentation);
  }

  private void restore(List<MapFamily> unwoven, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    List<String> names = new ArrayList<>();
    synchronized (this) {
      for (MapFamily family : unwoven) {
        for (ClassPlan plan : family.plans()) {
          if (classes.remove(plan.className())) {
            names.add(plan.className());
          }
        }
      }
    }
    Batches.retransform(LoadedClasses.named(names, instrumentation), instrumentation);
  }

  private synchronized boolean isOpen(ClassPlan plan) {
    return plan.isDue(demand.asked())
        && !classes.isWoven(plan.className())
        && !classes.isRefused(plan.className());
  }

  /** Owners of slots first, so that a refused one stops its family. */
  private List<Class<?>> loadedTargets(Instrumentation instrumentation) {
    List<Class<?>> owners = new ArrayList<>();
    List<Class<?>> others = new ArrayList<>();
    for (Class<?> type : LoadedClasses.of(instrumentation)) {
      if (type.getClassLoader() == null && targets.mayHave(type.getName())) {
        int i = Arrays.binarySearch(internalNames, type.getName().replace('.', '/'));
        if (i >= 0 && isOpen(plans[i])) {
          (familyOf[i].plans().get(0) == plans[i] ? owners : others).add(type);
        }
      }
    }
    owners.addAll(others);
    return owners;
  }
}
