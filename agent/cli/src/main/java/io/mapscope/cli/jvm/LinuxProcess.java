package io.mapscope.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code /proc} tells about a process; on other systems there is none, and every question is
 * answered with the harmless answer.
 */
final class LinuxProcess {
  private static final Path PROC = Path.of("/proc");
  private static final String VM_LIBRARY = "/libjvm.so";

  private final Path directory;

  LinuxProcess(long pid) {
    directory = PROC.resolve(Long.toString(pid));
  }

  /** Whether this system has {@code /proc} and the process is in it. */
  boolean isThere() {
    return Files.isDirectory(directory);
  }

  /** Whether its memory may be looked at by us: the same user, or root. */
  boolean isReadable() {
    return Files.isReadable(directory.resolve("maps")) && !lines("maps").isEmpty();
  }

  /** Whether it has loaded HotSpot. */
  boolean isJvm() {
    return lines("maps").stream().anyMatch(line -> line.contains(VM_LIBRARY));
  }

  /** Whether it sees other files than we do, as in a container. */
  boolean hasOtherFiles() {
    try {
      Path own = Files.readSymbolicLink(PROC.resolve("self/ns/mnt"));
      return !own.equals(Files.readSymbolicLink(directory.resolve("ns/mnt")));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false; // not allowed to ask, or no Linux: as if it saw the same
    }
  }

  /** {@code path} of that process's file system as we reach it. */
  Path outside(String path) {
    return directory.resolve("root").resolve(path.substring(1));
  }

  /** The arguments of its command line and those that variables add to them. */
  List<String> jvmArguments() {
    List<String> options =
        zeroEnded("environ").stream()
            .filter(entry -> entry.matches("(?s)(JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS)=.*"))
            .flatMap(entry -> Arrays.stream(entry.substring(entry.indexOf('=') + 1).split("\\s+")))
            .toList();
    return Stream.concat(zeroEnded("cmdline").stream(), options.stream()).toList();
  }

  private List<String> zeroEnded(String file) {
    return List.of(text(file).split("\0"));
  }

  private List<String> lines(String file) {
    return text(file).lines().toList();
  }

  private String text(String file) {
    try {
      return Files.readString(directory.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException notAllowedOrGone) {
      return ""; // what cannot be read is not known
    }
  }
}
