package io.mapscope.weaver;

/**
 * Which methods of a class are meant: {@code "get/1"} by name and number of arguments, {@code
 * "toArray"} all of a name, {@code "<init>"} the constructors, {@code "*"} every method with a
 * body, {@code "write(Ljava/util/Map;)V"} one signature, which may be static. A trailing {@code ?}
 * says that the method need not exist in every version.
 */
record MethodSpec(String name, int arity, String descriptor, boolean optional) {
  private static final int ANY = -1;
  private static final String EVERY = "*";

  static MethodSpec parse(String text) {
    boolean optional = text.endsWith("?");
    String required = optional ? text.substring(0, text.length() - 1) : text;
    int parenthesis = required.indexOf('(');
    if (parenthesis >= 0) {
      return new MethodSpec(
          required.substring(0, parenthesis), ANY, required.substring(parenthesis), optional);
    }
    int slash = required.indexOf('/');
    return slash < 0
        ? new MethodSpec(required, ANY, "", optional)
        : new MethodSpec(
            required.substring(0, slash),
            Integer.parseInt(required.substring(slash + 1)),
            "",
            optional);
  }

  boolean isOfEveryName() {
    return name.equals(EVERY);
  }

  boolean matches(TargetMethod method) {
    if (!descriptor.isEmpty()) {
      return (method.name().equals(name) || name.equals(EVERY))
          && method.descriptor().equals(descriptor)
          && method.hasBody();
    }
    return (method.name().equals(name) || name.equals(EVERY))
        && method.isOrdinary()
        && (arity == ANY || arity == method.arity());
  }

  @Override
  public String toString() {
    return arity == ANY ? name + descriptor : name + "/" + arity;
  }
}
