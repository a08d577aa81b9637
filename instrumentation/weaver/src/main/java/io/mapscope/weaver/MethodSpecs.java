package io.mapscope.weaver;

/**
 * The methods that one weave of a plan is for.
 *
 * <p>Every method of a class is held against all of them, before {@code main} and interpreted: most
 * are told apart by one bit of their name's hash code.
 */
final class MethodSpecs {
  private final MethodSpec[] specs;
  private final long nameBits;

  private MethodSpecs(MethodSpec[] specs, long nameBits) {
    this.specs = specs;
    this.nameBits = nameBits;
  }

  /** Of methods in the form of {@link MethodSpec}. */
  static MethodSpecs parse(String... methods) {
    MethodSpec[] specs = new MethodSpec[methods.length];
    long bits = 0;
    for (int i = 0; i < methods.length; i++) {
      specs[i] = MethodSpec.parse(methods[i]);
      bits |= specs[i].isOfEveryName() ? -1L : bit(specs[i].name());
    }
    return new MethodSpecs(specs, bits);
  }

  private static long bit(String name) {
    return 1L << name.hashCode(); // its lower six bits
  }

  int size() {
    return specs.length;
  }

  MethodSpec get(int index) {
    return specs[index];
  }

  /**
   * Whether {@code method} is one of them.
   *
   * @param met gets true at the place of each that it is
   */
  boolean match(TargetMethod method, boolean[] met) {
    boolean matches = false;
    if ((nameBits & bit(method.name())) != 0) {
      for (int i = 0; i < specs.length; i++) {
        if (specs[i].matches(method)) {
          met[i] = true;
          matches = true;
        }
      }
    }
    return matches;
  }
}
