package io.mapscope.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import io.mapscope.profile.Site;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.config.Environment;
import org.openrewrite.config.YamlResourceLoader;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;

/** From a finding to the mended program: observed, mended by OpenRewrite, compiled, observed. */
final class CorpusIT {
  private static final Path CORPUS = Path.of(System.getProperty("corpus.directory"));
  private static final Path JAR = CORPUS.resolve("target/corpus.jar");
  private static final Path SOURCES = CORPUS.resolve("src/main/java");

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** A busy machine needs longer: Flight Recorder, which tells of waits, starts slowly there. */
  private static final int[] SECONDS = {8, 16, 32};

  /** Any wait counts: how much there is depends on the processors, which this test is not about. */
  private static final String[] ANY_WAIT = {
    "-Dmapscope.rules.lock-contended-map.min-blocked-threads=0.0001",
    "-Dmapscope.rules.lock-contended-map.min-waits=1",
    "-Dmapscope.rules.lock-contended-map.min-certainty=0.1"
  };

  @TempDir Path directory;

  @BeforeEach
  void needsTheAgent() {
    assumeTrue(EndToEnd.agentOn(), "only the agent finds what is to be mended");
  }

  @ParameterizedTest
  @CsvSource({
    "hashtable-settings, lock-contended-map, lockcontendedmap.HashtableSettings, .settings",
    "synchronized-sessions, lock-contended-map, lockcontendedmap.SynchronizedSessions, .userBySession",
    "shared-price-cache, unsafe-shared-map, unsafesharedmap.PriceCache, .centsByProduct",
    "service-registry, check-then-act, checkthenact.ServiceRegistry, .serviceById",
    "row-mapper, resize-churn, resizechurn.RowMapper, .row"
  })
  void program_mendedByTheRecipe_hasTheFindingNoMore(
      String program, String rule, String type, String map) throws Exception {
    String name = "io.mapscope.corpus.programs." + type;
    int seconds = secondsUntilFound(program, rule, name + map);

    Path classes = compiled(mended(SOURCES.resolve(name.replace('.', '/') + ".java")));
    Report after = run(program, seconds, classes + File.pathSeparator + JAR, "after.json");

    assertThat(places(after, rule)).as("found in the mended program").doesNotContain(name + map);
    assertThat(after.maps()).anyMatch(profile -> place(profile.site()).equals(name + map));
  }

  /** Runs the program as it is, longer and longer until it is found. */
  private int secondsUntilFound(String program, String rule, String map) throws Exception {
    for (int seconds : SECONDS) {
      if (places(run(program, seconds, JAR.toString(), "before.json"), rule).contains(map)) {
        return seconds;
      }
    }
    throw new AssertionError(rule + " was not found on " + map);
  }

  private Report run(String program, int seconds, String classPath, String file) throws Exception {
    Path json = directory.resolve(file);
    ChildJvm.builder(directory, "io.mapscope.corpus.Main")
        .classPath(classPath)
        .jvmFlags(ANY_WAIT)
        .agent("report=" + json)
        .args("run", program, "--seconds", String.valueOf(seconds))
        .timeout(LIMIT)
        .run()
        .assertExit(0);
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    return report;
  }

  private static List<String> places(Report report, String rule) {
    return report.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .flatMap(finding -> report.maps().stream().filter(map -> map.id().equals(finding.map())))
        .map(map -> place(map.site()))
        .toList();
  }

  private static String place(Site site) {
    String field = site.field();
    return field != null ? field : site.className() + "." + site.method();
  }

  /** The source that the recipe of the first report makes of {@code source}. */
  private String mended(Path source) throws Exception {
    ExecutionContext context =
        new InMemoryExecutionContext(
            failure -> {
              throw new AssertionError(failure);
            });
    List<SourceFile> parsed =
        JavaParser.fromJavaVersion()
            .classpath(List.of(JAR))
            .build()
            .parse(List.of(source), SOURCES, context)
            .toList();
    List<Result> results =
        recipe().run(new InMemoryLargeSourceSet(parsed), context).getChangeset().getAllResults();
    assertThat(results).as("changed files").hasSize(1);
    return Objects.requireNonNull(results.get(0).getAfter(), "the file was deleted").printAll();
  }

  private Recipe recipe() throws Exception {
    Path yaml = directory.resolve("rewrite.yml");
    ChildJvm.builder(directory, "io.mapscope.agent.Agent")
        .classPath(EndToEnd.agentJar().toString())
        .args(
            "report", directory.resolve("before.json").toString(), "--openrewrite", yaml.toString())
        .run()
        .assertExit(0);
    try (InputStream in = Files.newInputStream(yaml)) {
      Recipe recipe =
          Environment.builder()
              .load(new YamlResourceLoader(in, yaml.toUri(), new Properties()))
              .build()
              .activateRecipes("io.mapscope.MendFindings");
      assertThat(recipe.validateAll()).as(Files.readString(yaml)).allMatch(it -> it.isValid());
      return recipe;
    }
  }

  private Path compiled(String source) throws IOException {
    String name = source.replaceAll("(?s).*public final class (\\w+).*", "$1");
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    Path classes = Files.createDirectory(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "--release",
            "17",
            "-cp",
            JAR.toString(),
            "-d",
            classes.toString(),
            file.toString());
    assertThat(status).as(source).isZero();
    return classes;
  }
}
