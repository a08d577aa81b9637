package io.mapscope.corpus.library;

import io.mapscope.corpus.Deadline;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release of a library with what it needs to run: jars that are resources of the corpus in
 * {@code libraries/}.
 */
public final class Release {
  private static final String FOLDER = "/libraries/";

  private final List<String> jars;

  /** Kept with the release, as a service keeps the library it uses. */
  private @Nullable LibraryDriver driver;

  private Release(List<String> jars) {
    this.jars = jars;
  }

  /** A release of the jars of these file names. */
  public static Release of(String... jars) {
    return new Release(List.of(jars));
  }

  /** Runs {@code type}, loaded anew beside this release, until the deadline. */
  public void run(Class<? extends LibraryDriver> type, Deadline deadline) throws Exception {
    final LibraryDriver loaded = load(type);
    driver = loaded;
    loaded.run(deadline);
  }

  /** What was run last, or null. */
  public @Nullable LibraryDriver driver() {
    return driver;
  }

  /** The driver beside this release. Its loader stays open: classes are loaded while it runs. */
  private LibraryDriver load(Class<? extends LibraryDriver> type) throws Exception {
    final ReleaseLoader loader = new ReleaseLoader(unpack(), type);
    return (LibraryDriver) loader.loadClass(type.getName()).getDeclaredConstructor().newInstance();
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
