package io.mapscope.othermaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.othermaps.programs.CaffeineCaches;
import io.mapscope.othermaps.programs.EclipseMap;
import io.mapscope.othermaps.programs.GuavaCaches;
import io.mapscope.othermaps.programs.JctoolsMaps;
import io.mapscope.othermaps.programs.OwnMaps;
import io.mapscope.othermaps.programs.Redeployments;
import io.mapscope.othermaps.programs.SpringMap;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every count on maps of others equals what the program says it did, whatever the release. */
final class OtherMapsIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"current", "old"})
  void caffeine_byCacheAndByMap_isCountedToTheLast(String release) throws Exception {
    OtherRun run = OtherRun.of(directory, CaffeineCaches.class, "all", "caffeine-" + release);

    assertThat(run.truth()).hasSize(7);
    assertThat(run.differences()).isEmpty();
    MapProfile loading = run.map("LOADING");
    assertThat(loading.mapClass()).isEqualTo("com.github.benmanes.caffeine.cache.LoadingCache");
    assertThat(loading.wraps()).startsWith("com.github.benmanes.caffeine.cache.");
    assertThat(loading.entries()).isPositive();
    assertNothingInside(run, "com.github.benmanes.");
    assertCalledByTheProgram(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "old"})
  void guava_byCacheAndByMap_isCountedToTheLast(String release) throws Exception {
    OtherRun run =
        OtherRun.of(directory, GuavaCaches.class, "all", "guava-" + release, "failureaccess");

    assertThat(run.truth()).hasSize(3);
    assertThat(run.differences()).isEmpty();
    assertThat(run.map("LOADING").mapClass()).isEqualTo("com.google.common.cache.LoadingCache");
    assertThat(run.map("LOADING").wraps()).isEqualTo("com.google.common.cache.LocalCache");
    assertThat(run.map("CACHE").mapClass()).isEqualTo("com.google.common.cache.Cache");
    assertNothingInside(run, "com.google.common.cache.");
    assertCalledByTheProgram(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "old"})
  void jctools_everyMap_isCountedToTheLast(String release) throws Exception {
    OtherRun run = OtherRun.of(directory, JctoolsMaps.class, "all", "jctools-" + release);

    assertThat(run.truth()).hasSize(4);
    assertThat(run.differences()).isEmpty();
    assertCalledByTheProgram(run);
    assertThat(run.map("HASH_MAP").mapClass()).isEqualTo("org.jctools.maps.NonBlockingHashMap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "old"})
  void eclipse_asMapAndByItsOwnMethods_isCountedToTheLast(String release) throws Exception {
    OtherRun run =
        OtherRun.of(
            directory, EclipseMap.class, "all", "eclipse-" + release, "eclipse-api-" + release);

    assertThat(run.truth()).hasSize(2);
    assertThat(run.differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "old"})
  void spring_referenceMap_isCountedToTheLast(String release) throws Exception {
    OtherRun run = OtherRun.of(directory, SpringMap.class, "all", "spring-" + release);

    assertThat(run.truth()).hasSize(1);
    assertThat(run.differences()).isEmpty();
  }

  @Test
  void ownMaps_named_areCountedWithWhatTheyInherit() throws Exception {
    OtherRun run =
        OtherRun.of(
            directory,
            OwnMaps.class,
            "all;" + OwnMaps.class.getName() + "$Registry;" + OwnMaps.class.getName() + "$Values");

    assertThat(run.differences()).isEmpty();
    assertThat(run.map("REGISTRY").mapClass()).isEqualTo(OwnMaps.class.getName() + "$Registry");
    assertCalledByTheProgram(run);
  }

  @Test
  void ownMaps_named_tellTheirEntriesIfThatIsSafeOrFollowsFromWhatWasDone() throws Exception {
    String own = OwnMaps.class.getName();
    OtherRun run =
        OtherRun.of(directory, OwnMaps.class, "all;" + own + "$Values;" + own + "$Counting");

    assertThat(run.map("VALUES").entries()).isEqualTo(20);
    assertThat(run.map("COUNTING").entries()).isEqualTo(12);
  }

  @Test
  void ownMap_withoutSerialVersion_keepsTheOneItHadWithoutTheAgent() throws Exception {
    OtherRun run = OtherRun.of(directory, OwnMaps.class, OwnMaps.class.getName() + "$Values");
    ChildResult plain = OtherRun.child(directory.resolve("plain"), OwnMaps.class).run();

    assertThat(serialVersion(run.result())).isEqualTo(serialVersion(plain));
  }

  @Test
  void family_notNamed_isLeftAlone() throws Exception {
    OtherRun run = OtherRun.of(directory, SpringMap.class, "concurrent", "spring-current");

    assertThat(run.report().agent().wovenClasses())
        .noneMatch(
            name -> name.startsWith("org.springframework.") || name.equals("java.util.HashMap"))
        .contains("java.util.concurrent.ConcurrentHashMap");
  }

  @Test
  void ownMap_thatIsNone_isRefusedWithTheReason() throws Exception {
    Path json = directory.resolve("report.json");
    OtherRun.child(directory, OwnMaps.class)
        .agent(
            "maps=" + OwnMaps.class.getName() + ";" + OwnMaps.class.getName() + "$Values",
            "report=" + json)
        .run()
        .assertExit(0);

    assertThat(Reports.read(json).agent().refusedClasses())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.className()).isEqualTo(OwnMaps.class.getName());
              assertThat(refused.reason()).contains("does not implement Map");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jctools-current,org.jctools.maps.NonBlockingHashMap",
        "spring-old,org.springframework.util.ConcurrentReferenceHashMap"
      })
  void loaders_droppedByTheApplication_areNotKept(String what) throws Exception {
    String[] jarAndClass = what.split(",");
    Path json = directory.resolve("report.json");
    ChildResult result =
        OtherRun.child(directory, Redeployments.class)
            .agent("report=" + json, "interval=500ms")
            .args(OtherRun.jar(jarAndClass[0]).toString(), jarAndClass[1])
            .run()
            .assertExit(0);

    assertThat(result.stdout()).contains("living 0");
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    MapProfile map =
        report.maps().stream()
            .filter(one -> one.mapClass().equals(jarAndClass[1]))
            .findFirst()
            .orElseThrow();
    assertThat(map.instances().created()).isEqualTo(8);
    assertThat(map.operations().get(Operation.PUT_NEW)).isEqualTo(8);
    assertThat(map.operations().get(Operation.GET_HIT)).isEqualTo(8);
  }

  /** The tables inside a cache are not the user's maps. */
  /**
   * Neither by the library's inside nor by the agent, which asks for sizes. What a library does on
   * a thread of a pool of the JDK is called by nobody else.
   */
  private static void assertCalledByTheProgram(OtherRun run) {
    assertThat(run.truth().keySet())
        .flatMap(field -> Objects.requireNonNullElse(run.map(field).facts().callSites(), List.of()))
        .allSatisfy(
            call -> {
              assertThat(call.frame())
                  .matches("io\\.mapscope\\.othermaps\\.programs\\..*|\\(JDK\\)");
              assertThat(call.operation()).isNotEmpty();
            });
  }

  private static void assertNothingInside(OtherRun run, String library) {
    List<MapProfile> maps = run.report().maps();
    assertThat(maps).noneMatch(map -> map.site().className().startsWith(library));
    assertThat(run.report().agent().untracked())
        .anySatisfy(untracked -> assertThat(untracked.reason()).isEqualTo("library-internal"));
  }

  private static String serialVersion(ChildResult result) {
    return result
        .stdout()
        .lines()
        .filter(line -> line.startsWith("serialVersionUID"))
        .findFirst()
        .orElseThrow();
  }
}
