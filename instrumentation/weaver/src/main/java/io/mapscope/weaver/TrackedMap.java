package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * A map class that is not the JDK's, and what is known of it beyond that it implements Map: methods
 * of its own that are operations, and how its functions are run.
 *
 * <p>All methods are woven as outer operations, so it does not matter which of them calls which,
 * and one description serves many versions.
 */
public final class TrackedMap {
  private record Also(MethodSpec method, OperationKind kind) {}

  private record Added(MethodSpec method, Weave weave) {}

  private final String className;
  private final List<Also> also = new ArrayList<>();
  private final List<Added> added = new ArrayList<>();
  private final List<MethodSpec> except = new ArrayList<>();
  private final List<TargetMethod> inherited = new ArrayList<>();
  private final List<String> silentLambdas = new ArrayList<>();
  private @Nullable MethodSpec wrapping;
  private boolean wraps = true;
  private boolean sizeIsCheap;
  private boolean mapMethods = true;
  private boolean part;

  private TrackedMap(String className) {
    this.className = className;
  }

  public static TrackedMap of(String className) {
    return new TrackedMap(className);
  }

  /**
   * A class or interface beside the map that does some of the work: only what is named is woven.
   */
  public static TrackedMap helper(String className) {
    TrackedMap helper = new TrackedMap(className);
    helper.mapMethods = false;
    return helper;
  }

  /** A class of objects inside the map, with a field that leads to it. */
  public static TrackedMap part(String className) {
    TrackedMap part = helper(className);
    part.part = true;
    return part;
  }

  /** Its {@code size()} takes no lock and runs no code of others, so the agent may call it. */
  public TrackedMap sizeIsCheap() {
    sizeIsCheap = true;
    return this;
  }

  /** More operations than Map has. */
  public TrackedMap also(OperationKind kind, String... methods) {
    for (String method : methods) {
      also.add(new Also(MethodSpec.parse(method), kind));
    }
    return this;
  }

  /** Methods of Map that are told better by what they call. */
  public TrackedMap except(String... methods) {
    for (String method : methods) {
      except.add(MethodSpec.parse(method));
    }
    return this;
  }

  /** Where the function of {@code computeIfAbsent} is wrapped, when not in that method itself. */
  public TrackedMap wrapsFunctionIn(String method) {
    wrapping = MethodSpec.parse(method);
    return this;
  }

  /** Functions handed to it are not those that run on the thread of the operation. */
  public TrackedMap wrapsNoFunction() {
    wraps = false;
    return this;
  }

  /** What the lambdas in {@code method} do to the map is no doing of the user's. */
  public TrackedMap silentLambdasOf(String method) {
    silentLambdas.add("lambda$" + method + "$");
    return this;
  }

  /** A method that it inherits and that is to be counted as one operation. */
  public TrackedMap inherits(String name, String descriptor) {
    inherited.add(new TargetMethod("", Opcodes.ACC_PUBLIC, name, descriptor));
    return this;
  }

  /** In {@code methods}, calls of {@code functions} are calls of the user's function. */
  public TrackedMap functionsAre(List<String> functions, String... methods) {
    for (String method : methods) {
      added.add(new Added(MethodSpec.parse(method), new FunctionCalls(functions)));
    }
    return this;
  }

  /** {@code method} does nothing but run the user's function. */
  public TrackedMap runsFunction(String method) {
    Call lend =
        Call.of(
            Recorder.NESTING,
            "lend",
            "(" + Recorder.OBJECT + ")L" + Recorder.CELL + ";",
            Call.THIS);
    Call ran =
        Call.of(Recorder.NESTING, "ran", "(L" + Recorder.CELL + ";)V", Call.REMEMBERED_REFERENCE);
    added.add(new Added(MethodSpec.parse(method), new Undoing(Undoing.Undo.FREE_CELL, lend, ran)));
    return this;
  }

  public String className() {
    return className;
  }

  boolean hasCheapSize() {
    return sizeIsCheap;
  }

  /** Whether instances are maps and get a probe. */
  boolean isMap() {
    return mapMethods;
  }

  boolean isPart() {
    return part;
  }

  List<TargetMethod> inherited() {
    return inherited;
  }

  /** What {@code method} is to the user, or null. */
  @Nullable OperationKind kindOf(TargetMethod method) {
    if (!method.isOrdinary()) {
      return isSilentLambda(method) ? OperationKind.QUIET : null;
    }
    for (Also one : also) {
      if (one.method().matches(method)) {
        return one.kind();
      }
    }
    if (!mapMethods || matches(except, method)) {
      return null;
    }
    return MapMethods.ofMap(method);
  }

  private boolean isSilentLambda(TargetMethod method) {
    for (String prefix : silentLambdas) {
      if (method.name().startsWith(prefix) && (method.access() & Opcodes.ACC_STATIC) == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(List<MethodSpec> specs, TargetMethod method) {
    for (MethodSpec spec : specs) {
      if (spec.matches(method)) {
        return true;
      }
    }
    return false;
  }

  /** Weaves that count nothing by themselves. */
  List<Weave> besides(TargetMethod method) {
    List<Weave> weaves = new ArrayList<>();
    for (Added one : added) {
      if (one.method().matches(method)) {
        weaves.add(one.weave());
      }
    }
    if (wraps
        && (wrapping == null
            ? kindOf(method) == OperationKind.COMPUTE_IF_ABSENT
            : wrapping.matches(method))) {
      weaves.add(new WrapFunction());
    }
    return weaves;
  }
}
