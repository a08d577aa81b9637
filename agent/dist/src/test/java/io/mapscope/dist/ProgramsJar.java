package io.mapscope.dist;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The programs of this suite in a jar: no JVM archives classes that come from a directory. */
record ProgramsJar(Path directory, Path jar) {
  static ProgramsJar in(Path directory) throws IOException, URISyntaxException {
    Path classes =
        Path.of(ProgramsJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = directory.resolve("programs.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path program : programs(classes)) {
        out.putNextEntry(new ZipEntry(classes.relativize(program).toString().replace('\\', '/')));
        Files.copy(program, out);
        out.closeEntry();
      }
    }
    return new ProgramsJar(directory, jar);
  }

  private static List<Path> programs(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes.resolve("io/mapscope/dist/programs"))) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** A JVM that runs one of them, not yet started. */
  ChildJvmBuilder child(Class<?> program) {
    return ChildJvm.builder(directory, program.getName()).classPath(jar.toString());
  }
}
