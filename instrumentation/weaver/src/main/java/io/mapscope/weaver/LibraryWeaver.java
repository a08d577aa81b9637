package io.mapscope.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeReentry;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes of libraries when they are loaded, by whatever class loader of the application's;
 * for all other classes it looks the name up in a sorted array and no more.
 *
 * <p>Called on whatever thread loads a class, never throws: a class that cannot be woven stays as
 * it is, with a reason. A library that is there twice is woven twice and named once.
 */
public final class LibraryWeaver implements ClassFileTransformer {
  private final String[] internalNames;
  private final ClassPlan[] plans;
  private final List<String> woven = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  public LibraryWeaver(List<ClassPlan> plans) {
    internalNames = new String[plans.size()];
    for (int i = 0; i < internalNames.length; i++) {
      internalNames[i] = plans.get(i).className().replace('.', '/');
    }
    Arrays.sort(internalNames);
    this.plans = new ClassPlan[internalNames.length];
    for (ClassPlan plan : plans) {
      this.plans[Arrays.binarySearch(internalNames, plan.className().replace('.', '/'))] = plan;
    }
  }

  /** Weaves what will be loaded from now on. */
  public void install(Instrumentation instrumentation) {
    if (internalNames.length > 0) {
      instrumentation.addTransformer(this, false);
    }
  }

  /** Names of the classes woven so far. */
  public List<String> woven() {
    synchronized (woven) {
      return List.copyOf(woven);
    }
  }

  /** Classes that stayed as they are, with the reasons. */
  public List<Refusal> refused() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || internalName == null || redefined != null) {
      return null;
    }
    int i = Arrays.binarySearch(internalNames, internalName);
    if (i < 0 || loader == LibraryWeaver.class.getClassLoader()) {
      return null;
    }
    int work = MapscopeReentry.beginWork();
    try {
      return weave(plans[i], classFile);
    } finally {
      MapscopeReentry.endWork(work);
    }
  }

  private byte @Nullable [] weave(ClassPlan plan, byte[] classFile) {
    try {
      byte[] result = ClassWeaving.weave(plan, classFile);
      synchronized (woven) {
        if (!woven.contains(plan.className())) {
          woven.add(plan.className());
        }
      }
      return result;
    } catch (UnknownShape shape) {
      refuse(plan, "unknown shape: " + shape.getMessage());
    } catch (Throwable problem) {
      refuse(plan, problem.toString());
    }
    return null;
  }

  private void refuse(ClassPlan plan, String reason) {
    Refusal refusal = new Refusal(plan.className(), reason);
    synchronized (refused) {
      if (!refused.contains(refusal)) {
        refused.add(refusal);
      }
    }
  }
}
