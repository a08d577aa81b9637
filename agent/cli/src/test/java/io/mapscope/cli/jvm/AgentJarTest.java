package io.mapscope.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy of the agent's jar that a process in a container is given. */
final class AgentJarTest {
  @TempDir private Path directory;

  @Test
  void copy_intoADirectory_isReadableByEverybodyAndWritableByItsOwner() throws IOException {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));

    Path copy = AgentJar.copyInto(temporary, jar());

    assertThat(copy).hasParent(temporary).hasContent("a jar");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void copy_whereALinkIsInTheDirectorysPlace_isRefusedAndNothingWritten() throws IOException {
    Path jar = jar();
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path temporary = Files.createSymbolicLink(directory.resolve("tmp"), elsewhere);

    assertThatThrownBy(() -> AgentJar.copyInto(temporary, jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tmp is a symbolic link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private Path jar() throws IOException {
    return Files.writeString(directory.resolve("mapscope.jar"), "a jar");
  }
}
