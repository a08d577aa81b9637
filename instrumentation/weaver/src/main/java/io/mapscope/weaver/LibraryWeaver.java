package io.mapscope.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes of libraries when they are loaded, by whatever class loader of the application's;
 * for all other classes it looks the name up in a sorted array and no more.
 *
 * <p>Called on whatever thread loads a class, never throws: a class that cannot be woven stays as
 * it is, with a reason. A library that is there twice is woven twice and named once.
 */
public final class LibraryWeaver implements ClassFileTransformer {
  private final NameFilter targets = new NameFilter();
  private final String[] internalNames;
  private final ClassPlan[] plans;
  private final WovenClasses classes = new WovenClasses();

  public LibraryWeaver(List<ClassPlan> plans) {
    internalNames = new String[plans.size()];
    for (int i = 0; i < internalNames.length; i++) {
      targets.add(plans.get(i).className());
      internalNames[i] = plans.get(i).className().replace('.', '/');
    }
    Arrays.sort(internalNames);
    this.plans = new ClassPlan[internalNames.length];
    for (ClassPlan plan : plans) {
      this.plans[Arrays.binarySearch(internalNames, plan.className().replace('.', '/'))] = plan;
    }
  }

  /** Weaves what will be loaded from now on, and in an application that runs what is loaded. */
  public void install(Instrumentation instrumentation, boolean applicationRuns)
      throws UnmodifiableClassException {
    if (internalNames.length > 0) {
      instrumentation.addTransformer(this, true);
      if (applicationRuns) {
        Batches.retransform(loaded(instrumentation), instrumentation);
      }
    }
  }

  /** Puts the classes back as they were. */
  public void uninstall(Instrumentation instrumentation) throws UnmodifiableClassException {
    if (instrumentation.removeTransformer(this) && !classes.woven().isEmpty()) {
      Batches.retransform(loaded(instrumentation), instrumentation);
    }
  }

  private List<Class<?>> loaded(Instrumentation instrumentation) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : LoadedClasses.of(instrumentation)) {
      String name = type.getName();
      if (targets.mayHave(name) && isMeant(type.getClassLoader(), name.replace('.', '/'))) {
        found.add(type);
      }
    }
    return found;
  }

  private boolean isMeant(@Nullable ClassLoader loader, String internalName) {
    return loader != null
        && loader != LibraryWeaver.class.getClassLoader()
        && Arrays.binarySearch(internalNames, internalName) >= 0;
  }

  /** Names of the classes woven so far. */
  public List<String> woven() {
    return classes.woven();
  }

  /** Classes that stayed as they are, with the reasons. */
  public List<Refusal> refused() {
    return classes.refused();
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || internalName == null || !isMeant(loader, internalName)) {
      return null;
    }
    return weave(plans[Arrays.binarySearch(internalNames, internalName)], loader, classFile);
  }

  private byte @Nullable [] weave(ClassPlan plan, ClassLoader loader, byte[] classFile) {
    try {
      ForeignMethods.check(plan.needed(), loader);
      byte[] result = ClassWeaving.weave(plan, classFile);
      classes.woven(plan.className());
      return result;
    } catch (UnknownShape shape) {
      classes.refused(plan.className(), "unknown shape: " + shape.getMessage());
    } catch (Throwable problem) {
      classes.refused(plan.className(), problem.toString());
    }
    return null;
  }
}
