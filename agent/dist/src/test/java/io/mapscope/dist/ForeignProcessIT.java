package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Attaching to a JVM of another user, and to one that sees other files than the command does, as
 * those in a container. Only root may do either; for others the tests are skipped.
 */
final class ForeignProcessIT {
  /** Not {@code /tmp}, which one of the processes has for itself. */
  private static final Path PUBLIC_PARENT = Path.of("/var/tmp");

  private static final String NOBODY = "65534";

  @TempDir private Path directory;

  @TempDir(factory = Everybodys.class)
  private Path everybodys;

  /** A directory that every user may read and write. */
  static final class Everybodys implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext field, ExtensionContext test)
        throws IOException {
      Path made = Files.createTempDirectory(PUBLIC_PARENT, "mapscope-test-");
      return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
  }

  @BeforeEach
  void copyTheProgram() throws Exception {
    Path classes =
        Path.of(Waiting.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String classFile = Waiting.class.getName().replace('.', '/') + ".class";
    Path copy = everybodys.resolve(classFile);
    Files.createDirectories(copy.getParent());
    Files.copy(classes.resolve(classFile), copy);
  }

  @Test
  void attach_byRootToAnotherUsersJvm_isWovenAndReports() throws Exception {
    String[] launcher = {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};
    assumeThatItRuns(launcher);
    Path json = everybodys.resolve("report.json");

    try (ChildJvm child = waiting().launcher(launcher).start()) {
      child.awaitStdout("ready");
      attachAndDetach(child.pid(), json);

      assertThat(Files.getAttribute(json, "unix:uid")).isEqualTo(Integer.valueOf(NOBODY));
    }

    assertThat(copiesOfTheJar(Path.of("/tmp"))).isEmpty();
    assertTold(json);
  }

  @Test
  void attach_toAJvmWithATmpOfItsOwn_isGivenTheJarThereAndReportsThere() throws Exception {
    String[] launcher = {
      "unshare",
      "--mount",
      "--pid",
      "--fork",
      "--kill-child",
      "--mount-proc",
      "bash",
      "-c",
      "mount -t tmpfs tmpfs /tmp && exec \"$0\" \"$@\""
    };
    assumeThatItRuns(launcher);

    try (ChildJvm child = waiting().launcher(launcher).start()) {
      child.awaitStdout("ready");
      long pid = onlyChildOf(child.pid());
      Path outside = Path.of("/proc", Long.toString(pid), "root", "tmp");
      attachAndDetach(pid, Path.of("/tmp/report.json"));

      assertTold(outside.resolve("report.json"));
      assertThat(copiesOfTheJar(outside)).isEmpty();
    }
  }

  /** What has process ids of its own is 1 to itself, and a child to whoever made it so. */
  private static long onlyChildOf(long parent) {
    return ProcessHandle.of(parent).orElseThrow().children().findAny().orElseThrow().pid();
  }

  private void attachAndDetach(long pid, Path report) throws Exception {
    CommandLine.run(directory.resolve("one"), "attach", Long.toString(pid), "report=" + report)
        .assertExit(0);
    CommandLine.run(directory.resolve("two"), "detach", Long.toString(pid)).assertExit(0);
  }

  private ChildJvmBuilder waiting() {
    return ChildJvm.builder(directory, Waiting.class.getName())
        .classPath(everybodys.toString())
        .timeout(Duration.ofMinutes(4));
  }

  /** Copies made since this test began; older ones are another run's. */
  private List<Path> copiesOfTheJar(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().matches("mapscope-\\d+\\.jar"))
          .filter(file -> isNewerThan(file, everybodys))
          .toList();
    }
  }

  private static boolean isNewerThan(Path file, Path other) {
    try {
      return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  private static void assertTold(Path json) throws IOException {
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    assertThat(report.durationSeconds()).isPositive();
  }

  private static void assumeThatItRuns(String... launcher) throws Exception {
    List<String> command = Stream.concat(Stream.of(launcher), Stream.of("true")).toList();
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      process = null;
    }
    boolean runs = process != null && process.waitFor() == 0;
    if (!runs) {
      System.err.println("### not allowed or not there, so NOT TRIED: " + command);
    }
    assumeTrue(runs);
  }
}
