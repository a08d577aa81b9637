package io.mapscope.othermaps.programs;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads a library again and again, each time by a loader of its own, and lets go of it. */
public final class Redeployments {
  private static final int TIMES = 8;
  private static final int MOST_ROUNDS = 200;

  private Redeployments() {}

  public static void main(String[] args) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    URL library = Path.of(args[0]).toUri().toURL();
    for (int i = 0; i < TIMES; i++) {
      loaders.add(deploy(library, args[1]));
    }
    System.out.println("uses " + TIMES * 2);
    for (int round = 0; round < MOST_ROUNDS && living(loaders) > 0; round++) {
      System.gc();
      Thread.onSpinWait();
    }
    System.out.println("living " + living(loaders));
  }

  @SuppressWarnings("unchecked")
  private static WeakReference<ClassLoader> deploy(URL library, String mapClass) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {library}, ClassLoader.getPlatformClassLoader())) {
      Object map = loader.loadClass(mapClass).getConstructor().newInstance();
      ((Map<Object, Object>) map).put("key", "value");
      MapUse.check("value".equals(((Map<Object, Object>) map).get("key")));
      return new WeakReference<>(loader);
    }
  }

  private static long living(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }
}
