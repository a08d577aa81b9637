package io.mapscope.stress;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.Main;

/**
 * Runs jcstress with every forked JVM under the agent of this jar; takes the options of jcstress.
 *
 * <p>{@code java -jar stress.jar} is the long form: all compilation modes of all tests. {@code java
 * -jar stress.jar short} is one fork of each, in about a minute.
 */
public final class Stress {
  private static final List<String> SHORT =
      List.of("-sc", "false", "-af", "NONE", "-f", "1", "-iters", "2", "-time", "500");

  private Stress() {}

  /** Exits with 0 when no outcome was forbidden. */
  public static void main(String[] given) throws Exception {
    final List<String> options = new ArrayList<>(List.of(given));
    final String agent = "-javaagent:" + jar();
    if (options.remove("short")) {
      options.addAll(0, SHORT);
      options.addAll(List.of("-jvmArgs", agent));
    } else {
      options.addAll(List.of("-jvmArgsPrepend", agent));
    }
    Main.main(options.toArray(String[]::new));
  }

  private static Path jar() throws URISyntaxException {
    return Path.of(Stress.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
