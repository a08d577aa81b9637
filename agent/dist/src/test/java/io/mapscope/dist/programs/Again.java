package io.mapscope.dist.programs;

/** Another program of this suite, run again and again for so many seconds. */
public final class Again {
  private Again() {}

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
    do {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } while (System.nanoTime() < end);
  }
}
