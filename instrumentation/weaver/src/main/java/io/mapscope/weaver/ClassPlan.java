package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;

/** What is to be done to one class: weaves, each with the methods it is for. */
public final class ClassPlan {
  /** One weave and its methods. */
  record Hook(Weave weave, MethodSpecs methods) {}

  private final String className;
  private final List<Hook> hooks = new ArrayList<>();
  private final List<String> needed = new ArrayList<>();
  private MethodSpecs inlined = MethodSpecs.parse();

  private ClassPlan(String className) {
    this.className = className;
  }

  public static ClassPlan of(String className) {
    return new ClassPlan(className);
  }

  /** Adds {@code weave} to the methods named in the form of {@link MethodSpec}. */
  public ClassPlan weave(Weave weave, String... methods) {
    hooks.add(new Hook(weave, MethodSpecs.parse(methods)));
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
    inlined = MethodSpecs.parse(methods);
    return this;
  }

  boolean isKeptInlined(TargetMethod method) {
    return inlined.match(method, new boolean[inlined.size()]);
  }

  public String className() {
    return className;
  }

  List<Hook> hooks() {
    return hooks;
  }
}
