package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Recorded;
import io.mapscope.harness.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose files the agent's are, and that it writes over nobody else's. */
final class OutputFilesIT {
  private static final List<String> NAMES =
      List.of("out.html", "out.json", "out.sarif", "out.txt", "out.jfr");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"000", "077"})
  void files_underAnyUmask_belongToTheirOwnerAlone(String umask) throws Exception {
    runWith(umask);

    for (String name : NAMES) {
      Path file = directory.resolve(name);
      assertThat(file).isNotEmptyFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void symbolicLinks_plantedWhereFilesAreToBe_areReplacedAndLeadNowhere() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious"), "precious");
    for (String name : NAMES) {
      Files.createSymbolicLink(directory.resolve(name), precious);
    }

    runWith("022");

    assertThat(precious).hasContent("precious");
    for (String name : NAMES) {
      assertThat(Files.isSymbolicLink(directory.resolve(name))).as(name).isFalse();
    }
    Reports.assertHealthy(Reports.read(directory.resolve("out.json")));
  }

  /** Runs a program with every kind of output, which may leave nothing else behind. */
  private void runWith(String umask) throws Exception {
    Programs.child(directory, Recorded.class)
        .umask(umask)
        .agent(
            "report=" + directory.resolve("out.html"),
            "report=" + directory.resolve("out.json"),
            "report=" + directory.resolve("out.sarif"),
            "report=" + directory.resolve("out.txt"),
            "jfr=" + directory.resolve("out.jfr"))
        .run()
        .assertExit(0)
        .assertQuiet();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsAll(NAMES)
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }
}
