package io.mapscope.corpus.library;

import io.mapscope.corpus.Deadline;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One release of a library with what it needs to run.
 *
 * @param jars file names of the jars; they are resources of the corpus in {@code libraries/}
 */
public record Release(List<String> jars) {
  private static final String FOLDER = "/libraries/";

  /** Copies the list. */
  public Release {
    jars = List.copyOf(jars);
  }

  /** A release of these jars. */
  public static Release of(String... jars) {
    return new Release(List.of(jars));
  }

  /** Runs {@code driver}, loaded anew beside this release, until the deadline. */
  public void run(Class<? extends LibraryDriver> driver, Deadline deadline) throws Exception {
    load(driver).run(deadline);
  }

  /** The driver beside this release. Its loader stays open: classes are loaded while it runs. */
  private LibraryDriver load(Class<? extends LibraryDriver> driver) throws Exception {
    final ReleaseLoader loader = new ReleaseLoader(unpack(), driver);
    return (LibraryDriver)
        loader.loadClass(driver.getName()).getDeclaredConstructor().newInstance();
  }

  /** Copies the jars into a folder that goes when the JVM ends. */
  private URL[] unpack() throws IOException {
    final Path folder = Files.createTempDirectory("corpus-libraries");
    folder.toFile().deleteOnExit();
    final URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      final Path jar = folder.resolve(jars.get(i));
      jar.toFile().deleteOnExit();
      copy(jars.get(i), jar);
      urls[i] = jar.toUri().toURL();
    }
    return urls;
  }

  private static void copy(String name, Path target) throws IOException {
    try (InputStream jar = Release.class.getResourceAsStream(FOLDER + name)) {
      if (jar == null) {
        throw new FileNotFoundException("the corpus holds no " + name);
      }
      Files.copy(jar, target);
    }
  }
}
