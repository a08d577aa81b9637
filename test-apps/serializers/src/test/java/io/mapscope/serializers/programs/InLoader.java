package io.mapscope.serializers.programs;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program and its libraries in a class loader of their own, as an application server does.
 */
public final class InLoader {
  private InLoader() {}

  public static void main(String[] args) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String path : args[1].split(File.pathSeparator, -1)) {
      urls.add(new File(path).toURI().toURL());
    }
    // Stays open, as those of applications do: the agent reads the fields' names through it.
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    Class<?> program = loader.loadClass(args[0]);
    program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }
}
