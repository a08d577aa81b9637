package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;

/**
 * What is to be done to one class: weaves, each with the methods it is for.
 *
 * <p>Every method of the class is held against all of them, before {@code main} and interpreted:
 * most are told apart by the lower bits of their name's hash code.
 */
public final class ClassPlan {
  private static final int NAMES = 64;

  /**
   * One weave and its methods.
   *
   * @param demand the kind of iterators that it is for when their ends are wanted ({@link
   *     java.util.MapscopeFamilies#endsWanted}); 0 for one that is woven in any case
   */
  record Hook(Weave weave, MethodSpec[] methods, int demand) {
    boolean isDue(int demanded) {
      return (demand & ~demanded) == 0;
    }

    /**
     * Whether {@code method} is one of those it is for.
     *
     * @param met gets true at the place of each that it is
     */
    boolean isFor(TargetMethod method, boolean[] met) {
      boolean matches = false;
      for (int i = 0; i < methods.length; i++) {
        if (methods[i].matches(method)) {
          met[i] = true;
          matches = true;
        }
      }
      return matches;
    }
  }

  private final String className;
  private final List<Hook> hooks = new ArrayList<>();
  private final List<String> needed = new ArrayList<>();

  /** Bit {@code h} says that hook {@code h} may be for a method whose name has this place. */
  private final long[] hooksByName = new long[NAMES];

  private long hooksOfEveryName;

  private int demand;

  private ClassPlan(String className) {
    this.className = className;
  }

  public static ClassPlan of(String className) {
    return new ClassPlan(className);
  }

  /** Adds {@code weave} to the methods named in the form of {@link MethodSpec}. */
  public ClassPlan weave(Weave weave, String... methods) {
    return add(weave, 0, methods);
  }

  /**
   * Adds {@code weave} to methods, which must be there in any case, once {@code kind}, a bit of
   * {@link java.util.MapscopeFamilies}, is demanded.
   */
  public ClassPlan weaveOnDemand(int kind, Weave weave, String... methods) {
    demand |= kind;
    return add(weave, kind, methods);
  }

  private ClassPlan add(Weave weave, int demanded, String... methods) {
    if (hooks.size() == Long.SIZE) {
      throw new IllegalStateException("more than " + Long.SIZE + " weaves for " + className);
    }
    long hook = 1L << hooks.size();
    MethodSpec[] specs = new MethodSpec[methods.length];
    for (int i = 0; i < specs.length; i++) {
      specs[i] = MethodSpec.parse(methods[i]);
      if (specs[i].isOfEveryName()) {
        hooksOfEveryName |= hook;
      } else {
        hooksByName[place(specs[i].name())] |= hook;
      }
    }
    hooks.add(new Hook(weave, specs, demanded));
    return this;
  }

  private static int place(String name) {
    return name.hashCode() & (NAMES - 1);
  }

  /** A bit for each hook that may be for methods of that name. */
  long hooksFor(String name) {
    return hooksOfEveryName | hooksByName[place(name)];
  }

  /** Which demands there is something for. */
  int demand() {
    return demand;
  }

  /** Whether anything is to be done to the class when {@code demanded} is demanded, and no more. */
  public boolean isDue(int demanded) {
    for (Hook hook : hooks) {
      if (hook.isDue(demanded)) {
        return true;
      }
    }
    return false;
  }

  /** Adds methods that are not woven but show that the class is as the plan knows it. */
  public ClassPlan expect(String... methods) {
    return weave(new Unchanged(), methods);
  }

  /**
   * Names public methods of other classes of the library, in the form {@code
   * com/acme/Writer.size()I}, that what is woven in calls: without them the class is left alone.
   */
  public ClassPlan needs(String... methods) {
    needed.addAll(List.of(methods));
    return this;
  }

  List<String> needed() {
    return needed;
  }

  /**
   * Asks HotSpot to go on inlining these methods, which are a few bytes long unwoven: with what is
   * woven in and their callees they exceed {@code InlineSmallCode}, and every caller would pay for
   * a call, whether the gate is open or not.
   */
  public ClassPlan keepInlined(String... methods) {
    return weave(new KeptInlined(), methods);
  }

  /** Not a lambda: plans are made before {@code main}, where the first one costs milliseconds. */
  private record Unchanged() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return next;
    }
  }

  /**
   * Adds the annotation that HotSpot heeds in classes of java.base, retransformed ones included.
   */
  private record KeptInlined() implements Weave {
    private static final String FORCE_INLINE = "Ljdk/internal/vm/annotation/ForceInline;";

    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      next.visitAnnotation(FORCE_INLINE, true).visitEnd();
      return next;
    }
  }

  public String className() {
    return className;
  }

  List<Hook> hooks() {
    return hooks;
  }
}
