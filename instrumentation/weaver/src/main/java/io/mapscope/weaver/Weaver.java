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
  private final List<String> woven = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
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
   * Puts the JDK's classes back as they were, but for what {@link MapscopeViews} keeps. Other
   * classes keep what was added to them, because a class cannot lose members; their operations find
   * the gate closed.
   */
  public void uninstall(Instrumentation instrumentation) throws UnmodifiableClassException {
    guardViews(instrumentation);
    instrumentation.removeTransformer(this);
    for (MapFamily family : families) {
      family.setWoven(false);
    }
    restore(families, instrumentation);
  }

  private synchronized void guardViews(Instrumentation instrumentation) {
    for (String name : woven) {
      if (MapscopeViews.areCachedBy(name.replace('.', '/'))) {
        if (MapscopeViews.guard() instanceof ClassFileTransformer guard) {
          instrumentation.addTransformer(guard, true);
        }
        return;
      }
    }
  }

  /** Names of the classes woven so far. */
  public synchronized List<String> woven() {
    List<String> all = new ArrayList<>(woven);
    all.addAll(tracked.classes().woven());
    return List.copyOf(all);
  }

  /** Classes that stayed as they are, with the reasons. */
  public synchronized List<Refusal> refused() {
    List<Refusal> all = new ArrayList<>(refused);
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
    return i < 0 ? null : weave(plans[i], familyOf[i], classFile);
  }

  private synchronized byte @Nullable [] weave(ClassPlan plan, MapFamily family, byte[] classFile) {
    if (refusedFamilies.contains(family)) {
      return null;
    }
    boolean ownsSlot = family.plans().get(0) == plan;
    try {
      byte[] result = wovenBeforeOrNow(plan, classFile);
      if (!woven.contains(plan.className())) {
        woven.add(plan.className());
      }
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

  private byte[] wovenBeforeOrNow(ClassPlan plan, byte[] classFile)
      throws IOException, UnknownShape {
    byte[] before = prewoven.find(plan.className(), classFile);
    return before == null ? ClassWeaving.weave(plan, classFile) : before;
  }

  private void refuse(ClassPlan plan, MapFamily family, boolean ownsSlot, String reason) {
    refused.add(new Refusal(plan.className(), reason));
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
          if (woven.remove(plan.className())) {
            names.add(plan.className());
          }
        }
      }
    }
    List<Class<?>> back = new ArrayList<>();
    for (Class<?> type : names.isEmpty() ? new Class<?>[0] : LoadedClasses.of(instrumentation)) {
      if (type.getClassLoader() == null && names.contains(type.getName())) {
        back.add(type);
      }
    }
    Batches.retransform(back, instrumentation);
  }

  private synchronized boolean isOpen(ClassPlan plan) {
    return !woven.contains(plan.className()) && !isRefused(plan.className());
  }

  private boolean isRefused(String className) {
    for (Refusal refusal : refused) {
      if (refusal.className().equals(className)) {
        return true;
      }
    }
    return false;
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
