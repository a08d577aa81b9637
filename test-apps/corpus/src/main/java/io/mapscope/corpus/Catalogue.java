package io.mapscope.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All programs: the classes with a {@link Label} below {@code io.mapscope.corpus.programs}, in the
 * order of their names.
 *
 * <p>They are found by looking into the jar or folder that this class comes from, so no list has to
 * be kept. Classes are loaded, not initialised.
 */
public final class Catalogue {
  private static final String ROOT = "io/mapscope/corpus/programs";
  private static final String CLASS_SUFFIX = ".class";

  private Catalogue() {}

  /** Every program. */
  public static List<Entry> all() {
    try {
      final Path home = home();
      if (Files.isDirectory(home)) {
        return entries(home);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return entries(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for programs", e);
    }
  }

  /** The program of that name. */
  public static Optional<Entry> find(String name) {
    return all().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static Path home() {
    try {
      return Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the corpus was loaded from no file", e);
    }
  }

  private static List<Entry> entries(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(CLASS_SUFFIX))
          .map(Catalogue::entry)
          .flatMap(Stream::ofNullable)
          .sorted(Comparator.comparing(Entry::name))
          .toList();
    }
  }

  private static @Nullable Entry entry(String file) {
    final Class<?> type = load(file);
    final Label label = type.getAnnotation(Label.class);
    return label == null ? null : Entry.of(type.asSubclass(CorpusProgram.class), label);
  }

  private static Class<?> load(String file) {
    final String path = file.substring(0, file.length() - CLASS_SUFFIX.length());
    try {
      return Class.forName(
          path.replace('/', '.').replace('\\', '.'), false, Catalogue.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(file + " is there and cannot be loaded", e);
    }
  }
}
