package io.mapscope.serializers;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Serialization;
import io.mapscope.serializers.programs.BeanUtilsProgram;
import io.mapscope.serializers.programs.Fastjson2Program;
import io.mapscope.serializers.programs.GsonProgram;
import io.mapscope.serializers.programs.InLoader;
import io.mapscope.serializers.programs.Jackson2;
import io.mapscope.serializers.programs.Jackson3;
import io.mapscope.serializers.programs.JavaSerialization;
import io.mapscope.serializers.programs.KryoProgram;
import io.mapscope.serializers.programs.ProtobufProgram;
import io.mapscope.serializers.programs.Torn;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the agent says about serializations is what the programs know they did: with everything
 * counted, because on a busy machine the budget leaves writes out, and with them torn copies.
 */
final class SerializersIT {
  private static final String NOT_SEEN = "-";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      classes = {
        JavaSerialization.class,
        Jackson2.class,
        Jackson3.class,
        GsonProgram.class,
        KryoProgram.class,
        Fastjson2Program.class,
        ProtobufProgram.class,
        BeanUtilsProgram.class
      })
  void serializations_byTheCurrentRelease_areAsTheProgramKnows(Class<?> program) throws Exception {
    ChildResult result = run(program, System.getProperty("java.class.path"), "serializers=all");
    compare(program, result);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Jackson2.class,
        GsonProgram.class,
        KryoProgram.class,
        Fastjson2Program.class,
        ProtobufProgram.class,
        BeanUtilsProgram.class
      })
  void serializations_byAnOlderRelease_areAsTheProgramKnows(Class<?> program) throws Exception {
    ChildResult result = run(program, older(), "serializers=all");
    compare(program, result);
  }

  @Test
  void serializations_inAClassLoaderOfTheApplications_areAsTheProgramKnows() throws Exception {
    ChildResult result =
        ChildJvm.builder(directory, InLoader.class.getName())
            .classPath(ownClasses())
            .agent("interval=500ms", "budget=off", "report=" + report())
            .args(Jackson2.class.getName(), older())
            .run();
    result.assertExit(0);
    compare(Jackson2.class, result);
  }

  @Test
  void serializations_byAnOlderJackson3_areAsTheProgramKnows() throws Exception {
    ChildResult result = run(Jackson3.class, jars("-jackson3"), "serializers=all");
    compare(Jackson3.class, result);
  }

  @Test
  void serializations_thatAWriterGotInto_areTornByItsWrites() throws Exception {
    Path jfr = directory.resolve("torn.jfr");
    run(Torn.class, System.getProperty("java.class.path"), "jfr=" + jfr);

    Report report = Reports.read(report());
    Reports.assertHealthy(report);
    for (String field : List.of("JAVA", "JACKSON_2", "JACKSON_3", "GSON", "KRYO")) {
      MapProfile map = map(report, Torn.class, field);
      Serialization seen = serializations(map).get(0);
      assertThat(seen.count()).as(field).isEqualTo(2);
      assertThat(seen.torn()).as(field).isEqualTo(1);
      assertThat(seen.redundant()).as(field).isEqualTo(1);
    }
    assertThat(RecordingFile.readAllEvents(jfr))
        .filteredOn(event -> event.getEventType().getName().equals("mapscope.MapSerialization"))
        .filteredOn(event -> event.getLong("writesMeanwhile") > 0)
        .isNotEmpty()
        .allMatch(event -> event.getLong("writesMeanwhile") == Torn.WRITES);
  }

  @Test
  void serializations_ofALibraryThatIsNotNamed_areNotSeen() throws Exception {
    run(GsonProgram.class, older(), "serializers=java;jackson");

    Report report = Reports.read(report());
    assertThat(report.agent().wovenClasses()).noneMatch(name -> name.contains("gson"));
    assertThat(map(report, GsonProgram.class, "MAP").facts().serializations()).isEmpty();
  }

  private ChildResult run(Class<?> program, String classPath, String option) throws Exception {
    ChildResult result =
        ChildJvm.builder(directory, program.getName())
            .classPath(classPath)
            .agent("interval=500ms", "budget=off", "report=" + report(), option)
            .run();
    result.assertExit(0);
    return result;
  }

  private Path report() {
    return directory.resolve("report.json");
  }

  private static String ownClasses() throws Exception {
    return Path.of(InLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  /** Our programs and the older releases of all libraries but Jackson 3. */
  private static String older() throws Exception {
    return jars("");
  }

  private static String jars(String group) throws Exception {
    File[] jars = new File(System.getProperty("older") + group).listFiles();
    StringBuilder path = new StringBuilder(ownClasses());
    for (File jar : jars == null ? new File[0] : jars) {
      path.append(File.pathSeparatorChar).append(jar.getAbsolutePath());
    }
    return path.toString();
  }

  private void compare(Class<?> program, ChildResult result) throws Exception {
    Report report = Reports.read(report());
    Reports.assertHealthy(report);
    List<String[]> truths =
        result
            .stdout()
            .lines()
            .filter(line -> line.startsWith("truth "))
            .map(line -> line.split(" ", -1))
            .toList();
    assertThat(truths).as(result.stdout()).isNotEmpty();
    for (String[] truth : truths) {
      Serialization seen = serialization(report, program, truth[1], truth[2]);
      String name = Arrays.toString(truth);
      assertThat(seen.count()).as(name).isEqualTo(Long.parseLong(truth[3]));
      assertThat(seen.entries()).as(name).isEqualTo(Long.parseLong(truth[4]));
      assertThat(seen.redundant()).as(name).isEqualTo(Long.parseLong(truth[6]));
      if (!truth[1].equals(NOT_SEEN)) {
        assertThat(seen.bytes()).as(name + " bytes").isEqualTo(Long.parseLong(truth[5]));
      }
      assertThat(seen.nanos()).as(name).isPositive();
      assertThat(seen.torn()).as(name).isZero();
    }
  }

  private static Serialization serialization(
      Report report, Class<?> program, String field, String format) {
    List<Serialization> found =
        report.maps().stream()
            .filter(
                map ->
                    field.equals(NOT_SEEN)
                        || (program.getName() + "." + field).equals(map.site().field()))
            .flatMap(map -> serializations(map).stream())
            .filter(one -> one.format().equals(format))
            .toList();
    assertThat(found).as(field + " in " + format + ": " + report.maps()).hasSize(1);
    return found.get(0);
  }

  private static List<Serialization> serializations(MapProfile map) {
    return Objects.requireNonNullElse(map.facts().serializations(), List.of());
  }

  private static MapProfile map(Report report, Class<?> program, String field) {
    return report.maps().stream()
        .filter(map -> (program.getName() + "." + field).equals(map.site().field()))
        .findFirst()
        .orElseThrow();
  }
}
