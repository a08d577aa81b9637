package io.mapscope.dist;

import io.mapscope.harness.EndToEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The module in {@code src/test/modular}, compiled, and the JVMs that can be linked from it. */
final class ModularProgram {
  static final String MODULE = "io.mapscope.modular";
  static final String MAIN = MODULE + "/io.mapscope.modular.Store";
  static final String STORE = "io.mapscope.modular.Store";

  private static final Path SOURCES = Path.of("src", "test", "modular");

  private final Path directory;

  ModularProgram(Path directory) throws IOException {
    this.directory = directory;
    compile();
  }

  /** Where modules are to be looked for. */
  Path modulePath() {
    return directory.resolve("modules");
  }

  private void compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d"));
    arguments.add(modulePath().resolve(MODULE).toString());
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (status != 0) {
      throw new AssertionError(SOURCES + " does not compile");
    }
  }

  /** Home of a JVM of the JDK under test that has the program and {@code modules}, no others. */
  Path linkedWith(String modules) throws Exception {
    Path image = directory.resolve("image");
    Process jlink =
        new ProcessBuilder(
                EndToEnd.javaHome().resolve("bin").resolve("jlink").toString(),
                "--module-path",
                modulePath().toString(),
                "--add-modules",
                MODULE + "," + modules,
                "--output",
                image.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("jlink.txt").toFile())
            .start();
    if (jlink.waitFor() != 0) {
      throw new AssertionError(Files.readString(directory.resolve("jlink.txt")));
    }
    return image;
  }
}
