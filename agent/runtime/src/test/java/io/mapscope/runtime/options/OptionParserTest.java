package io.mapscope.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionParserTest {
  private static final List<String> FAMILIES =
      List.of("concurrent", "jdk", "locks", "caffeine", "guava", "jctools", "eclipse", "spring");
  private static final List<String> SERIALIZERS = List.of("java", "jackson");

  @TempDir private Path directory;

  @Test
  void options_noneGiven_areTheDefaults() throws Exception {
    AgentOptions options = parse("");

    assertThat(options)
        .isEqualTo(
            new AgentOptions(
                true,
                List.of(),
                null,
                "1%",
                Duration.ofSeconds(10),
                List.of(),
                List.of(),
                10_000,
                "10%",
                100,
                List.of("all"),
                List.of("all"),
                null,
                true,
                false,
                new OtlpOption(false, null)));
  }

  @Test
  void otlp_onOffOrEndpoint_isRead() throws Exception {
    assertThat(parse("otlp=on").otlp()).isEqualTo(new OtlpOption(true, null));
    assertThat(parse("otlp=off").otlp()).isEqualTo(new OtlpOption(false, null));
    assertThat(parse("otlp=http://collector:4318").otlp())
        .isEqualTo(new OtlpOption(true, "http://collector:4318"));
    assertThat(parse("otlp=https://[::1]/otlp").otlp().endpoint()).isEqualTo("https://[::1]/otlp");
  }

  @Test
  void otlp_notGiven_isOnWithASettingOfTheExporter() throws Exception {
    Properties system = new Properties();
    system.setProperty("otel.exporter.otlp.metrics.endpoint", "http://collector:4318/v1/metrics");

    assertThat(parse("", system).otlp()).isEqualTo(new OtlpOption(true, null));
    assertThat(parse("otlp=off", system).otlp().enabled()).isFalse();
    assertThat(OtlpOption.of(null, new Properties(), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "x")))
        .isEqualTo(new OtlpOption(true, null));
  }

  @Test
  void otlp_noEndpointAtAll_isRefused() {
    for (String bad : List.of("http://", "http:///v1", "collector", "grpc://c:4317", "ON")) {
      assertThatThrownBy(() -> parse("otlp=" + bad))
          .hasMessageContaining("otlp='" + bad + "'")
          .hasMessageContaining("http://localhost:4318");
    }
  }

  @Test
  void keys_hashTextOrAnythingElse_areReadOrRefused() throws Exception {
    assertThat(parse("keys=text").keyTexts()).isTrue();
    assertThat(parse("keys=hash").keyTexts()).isFalse();
    assertThatThrownBy(() -> parse("keys=plain"))
        .hasMessageContaining("keys='plain': expected text or hash");
  }

  @Test
  void prometheus_portOrHostAndPortOrAnythingElse_isReadOrRefused() throws Exception {
    assertThat(parse("prometheus=9464").prometheus())
        .isEqualTo(new ListenAddress("127.0.0.1", 9464));
    assertThat(parse("prometheus=0.0.0.0:0").prometheus())
        .isEqualTo(new ListenAddress("0.0.0.0", 0));
    assertThat(parse("prometheus=[::1]:80").prometheus()).isEqualTo(new ListenAddress("::1", 80));
    for (String wrong : List.of("on", "70000", "-1", ":80", "host:", "::1", "[::1:80", "a/b:80")) {
      assertThatThrownBy(() -> parse("prometheus=" + wrong))
          .as(wrong)
          .hasMessageContaining("prometheus='" + wrong + "': expected a port from 0 to 65535");
    }
  }

  @Test
  void advice_consoleOffOrAnythingElse_isReadOrRefused() throws Exception {
    assertThat(parse("advice=console").adviceOnConsole()).isTrue();
    assertThat(parse("advice=off").adviceOnConsole()).isFalse();
    assertThatThrownBy(() -> parse("advice=on"))
        .hasMessageContaining("advice='on': expected console or off");
  }

  @Test
  void options_allInTheString_areRead() throws Exception {
    AgentOptions options =
        parse(
            "report="
                + directory.resolve("a.json")
                + ",report="
                + directory.resolve("b.txt")
                + ",jfr="
                + directory.resolve("x.jfr")
                + ",interval=250ms,include=com.acme.*;org.x.Y,exclude=com.acme.gen.*,max.sites=7,"
                + "max.memory=64m,max.metric.sites=20,budget=off,enabled=false");

    assertThat(options.reports())
        .containsExactly(directory.resolve("a.json"), directory.resolve("b.txt"));
    assertThat(options.jfr()).isEqualTo(directory.resolve("x.jfr"));
    assertThat(options.interval()).isEqualTo(Duration.ofMillis(250));
    assertThat(options.include()).containsExactly("com.acme.*", "org.x.Y");
    assertThat(options.exclude()).containsExactly("com.acme.gen.*");
    assertThat(options.maxSites()).isEqualTo(7);
    assertThat(options.maxMemory()).isEqualTo("64m");
    assertThat(options.maxMetricSites()).isEqualTo(20);
    assertThat(options.enabled()).isFalse();
  }

  @Test
  void options_severalSources_stringBeatsPropertyBeatsEnvironmentBeatsFile() throws Exception {
    Path config = directory.resolve("mapscope.properties");
    Files.writeString(config, "interval=4s\nmax.sites=4\nexclude=four.*\ninclude=four.*\n");
    Properties system = new Properties();
    system.setProperty("mapscope.interval", "2s");
    system.setProperty("mapscope.max.sites", "2");
    Map<String, String> environment =
        Map.of(
            "MAPSCOPE_INTERVAL", "3s",
            "MAPSCOPE_MAX_SITES", "3",
            "MAPSCOPE_EXCLUDE", "three.*",
            "MAPSCOPE_CONFIG", config.toString());

    AgentOptions options =
        OptionParser.parse(
            "interval=1s", system, environment, OptionParserTest::anyReport, FAMILIES, SERIALIZERS);

    assertThat(options.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.maxSites()).isEqualTo(2);
    assertThat(options.exclude()).containsExactly("three.*");
    assertThat(options.include()).containsExactly("four.*");
  }

  @Test
  void options_manyMistakes_areAllReportedAtOnce() {
    assertThatThrownBy(
            () ->
                parse(
                    "inteval=1s,interval=fast,max.sites=-1,enabled=perhaps,budget=much,otlp=collector:4318,"
                        + "report,jfr=/nowhere/x.jfr,include=a b"))
        .isInstanceOfSatisfying(
            OptionProblems.class,
            found ->
                assertThat(found.problems())
                    .hasSize(9)
                    .anyMatch(p -> p.contains("unknown option inteval") && p.contains("interval"))
                    .anyMatch(p -> p.contains("interval='fast'") && p.contains("10s"))
                    .anyMatch(p -> p.contains("max.sites='-1'"))
                    .anyMatch(p -> p.contains("enabled='perhaps'"))
                    .anyMatch(p -> p.contains("budget='much'"))
                    .anyMatch(
                        p -> p.contains("otlp='collector:4318': expected on, off or an endpoint"))
                    .anyMatch(p -> p.contains("'report' has no value"))
                    .anyMatch(p -> p.contains("/nowhere does not exist"))
                    .anyMatch(p -> p.contains("include='a b'")));
  }

  @Test
  void options_sameKeyTwice_isAMistakeUnlessItMayRepeat() {
    assertThatThrownBy(() -> parse("interval=1s,interval=2s"))
        .hasMessageContaining("interval is given 2 times");
  }

  @Test
  void options_unknownSystemProperty_isAMistake() {
    Properties system = new Properties();
    system.setProperty("mapscope.intervall", "1s");

    assertThatThrownBy(
            () ->
                OptionParser.parse(
                    null, system, Map.of(), OptionParserTest::anyReport, FAMILIES, SERIALIZERS))
        .hasMessageContaining("unknown system property mapscope.intervall");
  }

  @Test
  void options_foreignEnvironmentVariable_isIgnored() throws Exception {
    AgentOptions options =
        OptionParser.parse(
            null,
            new Properties(),
            Map.of("MAPSCOPE_SERVICE_HOST", "10.0.0.1"),
            OptionParserTest::anyReport,
            FAMILIES,
            SERIALIZERS);

    assertThat(options.enabled()).isTrue();
  }

  @Test
  void options_processIdInFileName_isExpanded() throws Exception {
    AgentOptions options = parse("report=" + directory.resolve("r-%p.json"));

    assertThat(options.reports())
        .containsExactly(directory.resolve("r-" + ProcessHandle.current().pid() + ".json"));
  }

  @Test
  void maps_familiesAndClasses_areToldApart() throws Exception {
    assertThat(parse("maps=concurrent;spring,maps=com.acme.OwnMap").maps())
        .containsExactly("concurrent", "spring", "com.acme.OwnMap");
    assertThat(parse("maps=all;com.acme.OwnMap").maps()).containsExactly("all", "com.acme.OwnMap");
  }

  @Test
  void maps_neitherFamilyNorClass_isAMistakeThatNamesWhatThereIs() {
    assertThatThrownBy(() -> parse("maps=caffein;com.acme.*"))
        .hasMessageContaining("maps='caffein' is neither concurrent, jdk, locks, caffeine")
        .hasMessageContaining("maps='com.acme.*' is neither");
  }

  @Test
  void serializers_namesAndMistakes_areToldApart() throws Exception {
    assertThat(parse("serializers=java;jackson").serializers()).containsExactly("java", "jackson");
    assertThat(parse("serializers=none").serializers()).containsExactly("none");
    assertThatThrownBy(() -> parse("serializers=java;xml"))
        .hasMessageContaining("serializers='xml' is none of java, jackson, all, none");
    assertThatThrownBy(() -> parse("serializers=none;java"))
        .hasMessageContaining("serializers=none excludes all others");
  }

  @Test
  void options_missingConfigFile_isReportedByName() {
    assertThatThrownBy(() -> parse("config=/nowhere/mapscope.properties"))
        .hasMessageContaining("/nowhere/mapscope.properties");
  }

  @Test
  void rules_thresholdsAreProperties_mistakesAreRefused() throws Exception {
    Properties system = new Properties();
    system.setProperty("mapscope.rules.lock-contended-map.min-waits", "50");
    assertThat(parse("", system)).isEqualTo(parse(""));

    system.setProperty("mapscope.rules.lock-contended-map.min-waits", "few");
    system.setProperty("mapscope.rules.no-rule.min-waits", "1");
    assertThatThrownBy(() -> parse("", system))
        .hasMessageContaining(
            "system property mapscope.rules.lock-contended-map.min-waits is 'few', expected a")
        .hasMessageContaining("system property mapscope.rules.no-rule.min-waits names no");
  }

  private static AgentOptions parse(String text) throws OptionProblems {
    return parse(text, new Properties());
  }

  private static AgentOptions parse(String text, Properties system) throws OptionProblems {
    return OptionParser.parse(
        text, system, Map.of(), OptionParserTest::anyReport, FAMILIES, SERIALIZERS);
  }

  private static @Nullable String anyReport(Path file) {
    return null;
  }
}
