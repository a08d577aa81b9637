package io.mapscope.dist;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Child JVMs that see the programs of this suite and nothing else, above all none of our classes.
 */
final class Programs {
  private Programs() {}

  static ChildJvmBuilder child(Path directory, Class<?> program) throws URISyntaxException {
    Path classes = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ChildJvm.builder(directory, program.getName()).classPath(classes.toString());
  }
}
