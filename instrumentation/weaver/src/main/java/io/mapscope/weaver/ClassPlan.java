package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;

/** What is to be done to one class: weaves, each with the methods it is for. */
public final class ClassPlan {
  /** One weave and its methods. */
  record Hook(Weave weave, List<MethodSpec> methods) {
    boolean matches(TargetMethod method) {
      for (MethodSpec spec : methods) {
        if (spec.matches(method)) {
          return true;
        }
      }
      return false;
    }
  }

  private final String className;
  private final List<Hook> hooks = new ArrayList<>();
  private final List<String> needed = new ArrayList<>();
  private final List<MethodSpec> inlined = new ArrayList<>();

  private ClassPlan(String className) {
    this.className = className;
  }

  public static ClassPlan of(String className) {
    return new ClassPlan(className);
  }

  /** Adds {@code weave} to the methods named in the form of {@link MethodSpec}. */
  public ClassPlan weave(Weave weave, String... methods) {
    List<MethodSpec> specs = new ArrayList<>();
    for (String method : methods) {
      specs.add(MethodSpec.parse(method));
    }
    hooks.add(new Hook(weave, specs));
    return this;
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

  /** Not a lambda: plans are made before {@code main}, where the first one costs milliseconds. */
  private record Unchanged() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return next;
    }
  }

  /**
   * Asks HotSpot to go on inlining these methods, which are a few bytes long unwoven: with what is
   * woven in and their callees they exceed {@code InlineSmallCode}, and every caller would pay for
   * a call, whether the gate is open or not.
   */
  public ClassPlan keepInlined(String... methods) {
    for (String method : methods) {
      inlined.add(MethodSpec.parse(method));
    }
    return this;
  }

  boolean isKeptInlined(TargetMethod method) {
    for (MethodSpec spec : inlined) {
      if (spec.matches(method)) {
        return true;
      }
    }
    return false;
  }

  public String className() {
    return className;
  }

  List<Hook> hooks() {
    return hooks;
  }
}
