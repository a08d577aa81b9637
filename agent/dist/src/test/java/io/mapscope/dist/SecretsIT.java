package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Secretive;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a program keeps in its maps is in no byte of what the agent gives away: all outputs at once
 * are searched for the program's secrets.
 */
final class SecretsIT {
  private static final int MOST_LOOKS = 150;
  private static final long LOOK_MILLIS = 300;
  private static final String BEAN = "io.mapscope:type=Mapscope";
  private static final String PROPERTY = "qZ7property";
  private static final String ARGUMENT = "qZ7argument";

  /** Those in which a file, or somebody else's reader of it, may hold a text. */
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private static final List<String> NEVER_TOLD =
      List.of(
          Secretive.KEY, Secretive.VALUE, Secretive.MEMBER, Secretive.MESSAGE, PROPERTY, ARGUMENT);

  @TempDir private Path directory;

  @Test
  void outputs_byDefault_tellNoKeyNoValueAndNoMessage() throws Exception {
    Map<String, byte[]> outputs = outputs("keys=hash");

    List<String> never = new ArrayList<>(NEVER_TOLD);
    never.add(Secretive.HOT);
    assertThat(leaks(outputs, never)).isEmpty();
  }

  @Test
  void outputs_withTextsOfKeysAskedFor_tellHotKeysOfTheJdksClassesAndNothingElse()
      throws Exception {
    Map<String, byte[]> outputs = outputs("keys=text");

    List<String> never = new ArrayList<>(NEVER_TOLD);
    never.remove(Secretive.KEY); // those of SHARED are strings, which may be shown
    assertThat(leaks(outputs, never)).isEmpty();
    for (MapProfile map : report().maps()) {
      for (HotKey key : Objects.requireNonNullElse(map.facts().hotKeys(), List.<HotKey>of())) {
        assertThat(key.key()).hasSizeLessThanOrEqualTo(64);
      }
    }
    assertThat(leaks(outputs, List.of(Secretive.HOT)))
        .contains("report.json: " + Secretive.HOT, "recording.jfr: " + Secretive.HOT)
        .doesNotContain("stderr: " + Secretive.HOT, "scrape: " + Secretive.HOT);
  }

  /** Everything that can be asked of one run, each by its name. */
  private Map<String, byte[]> outputs(String keys) throws Exception {
    Map<String, byte[]> outputs = new LinkedHashMap<>();
    ChildResult result;
    try (OtlpCapture otlp = new OtlpCapture();
        ChildJvm child = start(keys, otlp.endpoint())) {
      child.awaitStdout("ready");
      awaitSomethingToTell(child);
      outputs.put("scrape", scrape(child));
      outputs.put("bean", bean(child));
      String pid = Long.toString(child.pid());
      outputs.put("top", stdout("top", pid, "--once", "--json"));
      outputs.put("list", stdout("list"));
      result = child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
      outputs.put("otlp", otlp.received());
    }
    outputs.put("stderr", result.stderr().getBytes(StandardCharsets.UTF_8));
    assertThat(result.stderr()).contains("findings at exit");
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(it -> it.getFileName().toString().startsWith("re")).toList()) {
        outputs.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertThat(outputs)
        .containsKeys("report.html", "report.json", "report.sarif", "report.txt", "recording.jfr");
    Reports.assertHealthy(report());
    assertThat(isTelling(report())).isTrue();
    for (Map.Entry<String, byte[]> output : outputs.entrySet()) {
      assertThat(occurs("Secretive", output.getValue())).as(output.getKey()).isTrue();
    }
    return outputs;
  }

  private ChildJvm start(String keys, String otlp) throws Exception {
    List<String> options = new ArrayList<>(List.of(keys, "interval=200ms", "prometheus=0"));
    options.add("otlp=" + otlp);
    for (String ending : List.of("html", "json", "sarif", "txt")) {
      options.add("report=" + directory.resolve("report." + ending));
    }
    options.add("jfr=" + directory.resolve("recording.jfr"));
    return Programs.child(directory, Secretive.class)
        .withConsoleAdvice()
        .timeout(Duration.ofMinutes(3))
        .jvmFlags("-Dpassword=" + PROPERTY)
        .args(ARGUMENT)
        .agent(options.toArray(new String[0]))
        .start();
  }

  /** A test that finds nothing has to show that it could have. */
  private static void awaitSomethingToTell(ChildJvm child) throws Exception {
    try (LocalJmx bean = LocalJmx.of(child, BEAN)) {
      for (int n = 0; !isTelling(ReportJson.read((String) bean.call("reportJson"))); n++) {
        assertThat(n).as("looks at the report").isLessThan(MOST_LOOKS);
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private static boolean isTelling(Report report) {
    List<MapProfile> maps = Reports.mapsInFieldsOf(report, Secretive.class.getName());
    return !report.findings().isEmpty()
        && maps.size() == 5
        && maps.stream().anyMatch(map -> map.facts().copies() != null)
        && maps.stream().anyMatch(map -> map.facts().serializations() != null)
        && maps.stream().anyMatch(SecretsIT::hasHotKeys);
  }

  private static boolean hasHotKeys(MapProfile map) {
    List<HotKey> keys = map.facts().hotKeys();
    return String.valueOf(map.site().field()).endsWith(".SHARED")
        && keys != null
        && !keys.isEmpty();
  }

  private Report report() throws Exception {
    return Reports.read(directory.resolve("report.json"));
  }

  private static byte[] scrape(ChildJvm child) throws Exception {
    String line = child.awaitStderr("metrics for Prometheus are at ");
    try (InputStream in = URI.create(line.substring(line.indexOf("http"))).toURL().openStream()) {
      return in.readAllBytes();
    }
  }

  /** Every attribute of the management bean, and its report. */
  private static byte[] bean(ChildJvm child) throws Exception {
    StringBuilder all = new StringBuilder();
    try (LocalJmx bean = LocalJmx.of(child, BEAN)) {
      for (MBeanAttributeInfo attribute : bean.server().getMBeanInfo(bean.name()).getAttributes()) {
        assertThat(attribute).isInstanceOf(OpenMBeanAttributeInfo.class);
        all.append(bean.get(attribute.getName())).append('\n');
      }
      all.append(bean.call("reportJson"));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] stdout(String... command) throws Exception {
    return CommandLine.run(directory, command)
        .assertExit(0)
        .stdout()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** {@code OUTPUT: MARK} for every mark that occurs in an output. */
  private static List<String> leaks(Map<String, byte[]> outputs, List<String> marks) {
    List<String> found = new ArrayList<>();
    outputs.forEach(
        (name, bytes) ->
            marks.stream()
                .filter(mark -> occurs(mark, bytes))
                .forEach(mark -> found.add(name + ": " + mark)));
    return found;
  }

  private static boolean occurs(String mark, byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return ENCODINGS.stream()
        .map(encoding -> new String(mark.getBytes(encoding), StandardCharsets.ISO_8859_1))
        .anyMatch(all::contains);
  }
}
