package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @TempDir Path directory;

  @Test
  void arguments_wellFormed_areRead() throws Exception {
    final Path jar = Files.createFile(directory.resolve("agent.jar"));
    final Arguments arguments = parse("--agent", jar.toString(), "--rounds", "7", "--quick");
    assertThat(arguments.agent()).isEqualTo(jar);
    assertThat(arguments.count("--rounds", 5)).isEqualTo(7);
    assertThat(arguments.has("--quick")).isTrue();
    assertThat(arguments.out()).isNull();
  }

  @Test
  void argument_unknown_isNamed() {
    assertThatThrownBy(() -> parse("--round", "7"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--round")
        .hasMessageContaining("USAGE");
  }

  @Test
  void argument_withoutValue_isRefused() {
    assertThatThrownBy(() -> parse("--rounds")).hasMessageContaining("--rounds has no value");
  }

  @Test
  void argument_givenTwice_isRefused() {
    assertThatThrownBy(() -> parse("--quick", "--quick")).hasMessageContaining("twice");
  }

  @Test
  void number_zeroOrMalformed_isRefused() {
    for (final String number : new String[] {"0", "five"}) {
      assertThatThrownBy(() -> parse("--rounds", number).count("--rounds", 5))
          .hasMessageContaining("'" + number + "'")
          .hasMessageContaining("from 1");
    }
  }

  @Test
  void file_missing_isNamed() {
    final String absent = directory.resolve("absent.jar").toString();
    assertThatThrownBy(() -> parse("--agent", absent).agent()).hasMessageContaining(absent);
    assertThatThrownBy(() -> parse("--java", absent).javaHome()).hasMessageContaining("bin/java");
    assertThatThrownBy(() -> parse("--out", absent + "/x.json").out())
        .hasMessageContaining("existing folder");
  }

  @Test
  void directory_withoutJars_isNamed() throws Exception {
    final String folder = directory.toString();
    assertThatThrownBy(() -> parse("--jars", folder).jars("--jars", "Kafka's jars"))
        .hasMessageContaining(folder)
        .hasMessageContaining("Kafka's jars");
    assertThatThrownBy(() -> parse("--jars", folder + "/absent").jars("--jars", "Kafka's jars"))
        .hasMessageContaining("absent");

    Files.createFile(directory.resolve("kafka.jar"));
    assertThat(parse("--jars", folder).jars("--jars", "Kafka's jars")).isEqualTo(directory);
  }

  private static Arguments parse(String... given) throws UsageException {
    return Arguments.parse(
        given,
        List.of("--agent", "--jars", "--java", "--rounds", "--out"),
        List.of("--quick"),
        "USAGE");
  }
}
