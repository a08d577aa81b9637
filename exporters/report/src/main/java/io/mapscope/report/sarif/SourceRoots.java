package io.mapscope.report.sarif;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directories below which source files lie as their packages say, such as {@code
 * src/main/java}; turns the class of a frame into the path of its file, relative to the directory
 * that code review starts from.
 *
 * <p>A running JVM knows {@code com.acme.Routes}, not where the file is. Of a class that is found
 * below no root the path is that of its package, {@code com/acme/Routes.java}.
 */
public final class SourceRoots {

  private static final List<String> ENDINGS = List.of(".java", ".kt", ".scala", ".groovy");

  /** Kotlin puts functions outside of classes into {@code FileKt}. */
  private static final String KOTLIN_FILE_CLASS = "Kt";

  private final Path base;
  private final List<Path> roots;

  private SourceRoots(Path base, List<Path> roots) {
    this.base = base;
    this.roots = roots;
  }

  /** No roots: all paths are those of packages. */
  public static SourceRoots none() {
    return new SourceRoots(Path.of("").toAbsolutePath(), List.of());
  }

  /**
   * The given directories, looked through in that order.
   *
   * @param base the directory that paths are relative to
   * @param roots directories below it
   * @param problems gets a line for each that is no directory below {@code base}
   */
  public static SourceRoots of(Path base, List<Path> roots, List<String> problems) {
    Path from = base.toAbsolutePath().normalize();
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      Path whole = from.resolve(root).normalize();
      if (!Files.isDirectory(whole)) {
        problems.add("--source-root " + root + ": expected a directory, there is none");
      } else if (!whole.startsWith(from)) {
        problems.add(
            "--source-root "
                + root
                + ": lies outside of "
                + from
                + ", which the paths in the report are relative to");
      } else {
        found.add(whole);
      }
    }
    return new SourceRoots(from, found);
  }

  /** The path of the file that declares {@code className}, with slashes, not yet encoded. */
  String pathOf(String className) {
    String outer = relative(outermost(className));
    for (Path root : roots) {
      Path file = fileBelow(root, outer);
      if (file != null) {
        return base.relativize(file).toString().replace('\\', '/');
      }
    }
    return outer + ENDINGS.get(0);
  }

  private static @Nullable Path fileBelow(Path root, String outer) {
    for (String ending : ENDINGS) {
      Path file = existing(root, outer + ending);
      if (file == null && outer.endsWith(KOTLIN_FILE_CLASS)) {
        String name = outer.substring(0, outer.length() - KOTLIN_FILE_CLASS.length());
        file = existing(root, name + ending);
      }
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  /** Names come from class files and may be no path at all, or one that leads elsewhere. */
  private static @Nullable Path existing(Path root, String name) {
    try {
      Path file = root.resolve(name).normalize();
      return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException noPath) {
      return null;
    }
  }

  /** The name with slashes, never one that begins at a root, whatever the name is. */
  private static String relative(String className) {
    return className.replaceAll("[./]+", "/").replaceFirst("^/", "");
  }

  private static String outermost(String className) {
    int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
    return dollar < 0 ? className : className.substring(0, dollar);
  }
}
