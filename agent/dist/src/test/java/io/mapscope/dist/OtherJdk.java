package io.mapscope.dist;

import io.mapscope.harness.EndToEnd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The JDK as another release of it could be: a method inside a map class has another name. */
final class OtherJdk {
  private OtherJdk() {}

  /**
   * The flag that gives a child JVM this JDK.
   *
   * @param family simple name of the class of {@code java.util} that declares the method; it, its
   *     inner classes and those derived from it have to call it by its new name
   */
  static String withMethodRenamed(Path directory, String family, String method) throws IOException {
    Path patch = directory.resolve("patch");
    Path to = Files.createDirectories(patch.resolve("java/util"));
    Remapper names = new Renaming("java/util/" + family, method);
    URI runtime = URI.create("jrt:/");
    Map<String, String> home = Map.of("java.home", EndToEnd.javaHome().toString());
    try (FileSystem jdk = FileSystems.newFileSystem(runtime, home)) {
      for (Path file : classes(jdk.getPath("/modules/java.base/java/util"), family)) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(file)).accept(new ClassRemapper(writer, names), 0);
        Files.write(to.resolve(file.getFileName().toString()), writer.toByteArray());
      }
    }
    return "--patch-module=java.base=" + patch;
  }

  /** Those of {@code HashMap} are also {@code LinkedHashMap}'s. */
  private static List<Path> classes(Path directory, String family) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("(Linked)?" + family + "(\\$.*)?\\.class"))
          .toList();
    }
  }

  private static final class Renaming extends Remapper {
    private final String owner;
    private final String method;

    Renaming(String owner, String method) {
      this.owner = owner;
      this.method = method;
    }

    @Override
    public String mapMethodName(String of, String name, String descriptor) {
      boolean meant = of.startsWith(owner) || of.startsWith(owner.replace("util/", "util/Linked"));
      return meant && name.equals(method) ? "other" + name : name;
    }
  }
}
