package io.mapscope.cli.jvm;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The jar that this command line came in, at a place where the target can read it: the target loads
 * classes out of it for as long as the agent runs.
 */
final class AgentJar {
  private static final String TEMPORARY = "/tmp";
  private static final String PREFIX = "mapscope-";

  private AgentJar() {}

  /** Its path as the process sees it; copied into its {@code /tmp} if that differs from ours. */
  static String visibleTo(JvmProcess jvm) throws Unreachable {
    Path own = own();
    LinuxProcess linux = new LinuxProcess(jvm.pid());
    boolean sameUser =
        jvm.user() == null
            || jvm.user().equals(ProcessHandle.current().info().user().orElse(jvm.user()));
    if (!linux.isThere() || (sameUser && !linux.hasOtherFiles())) {
      return own.toString();
    }
    Path directory = linux.outside(TEMPORARY);
    try {
      return TEMPORARY + "/" + copyInto(directory, own).getFileName();
    } catch (IOException problem) {
      throw new Unreachable(
          "it sees other files than this command, and the agent's jar cannot be copied to "
              + directory
              + " ("
              + problem
              + "); make that writable, or run this command inside its container",
          problem);
    }
  }

  /**
   * A copy of {@code jar} that everybody may read.
   *
   * @throws IOException if it cannot be written, or {@code directory} is a symbolic link: seen from
   *     outside it leads to another place than the process itself would find there, of whoever made
   *     the link's choice
   */
  static Path copyInto(Path directory, Path jar) throws IOException {
    if (Files.isSymbolicLink(directory)) {
      throw new NotDirectoryException(directory + " is a symbolic link");
    }
    Path copy = Files.createTempFile(directory, PREFIX, ".jar");
    Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    return copy;
  }

  /** Removes a copy that {@link #visibleTo} has made; leaves any other file alone. */
  static void forget(JvmProcess jvm, String jar) throws IOException {
    Path name = Path.of(jar).getFileName();
    if (jar.equals(TEMPORARY + "/" + name) && name.toString().startsWith(PREFIX)) {
      Files.deleteIfExists(new LinuxProcess(jvm.pid()).outside(jar));
    }
  }

  /** The jar that the entry class is in; this class itself is in a folder inside of it. */
  private static Path own() throws Unreachable {
    String place = String.valueOf(AgentJar.class.getResource("AgentJar.class"));
    if (!place.startsWith("jar:") || !place.contains("!/")) {
      throw new Unreachable("this command does not run from mapscope.jar but from " + place);
    }
    return Path.of(URI.create(place.substring("jar:".length(), place.indexOf("!/"))));
  }
}
