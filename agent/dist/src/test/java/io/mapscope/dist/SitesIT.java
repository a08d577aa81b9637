package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Churn;
import io.mapscope.dist.programs.ManySites;
import io.mapscope.dist.programs.Sites;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.UntrackedMaps;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps are named by their field and line, and by the class that the user wrote. */
final class SitesIT {
  @TempDir private Path directory;

  @Test
  void maps_madeInEveryWay_areNamedAsTheUserWroteThem() throws Exception {
    AgentRun run = AgentRun.of(directory, Sites.class);

    assertNamed(run, "hashSet", "java.util.HashSet", "java.util.HashMap");
    assertNamed(run, "linkedHashSet", "java.util.LinkedHashSet", "java.util.LinkedHashMap");
    assertNamed(run, "treeSet", "java.util.TreeSet", "java.util.TreeMap");
    assertNamed(
        run,
        "skipListSet",
        "java.util.concurrent.ConcurrentSkipListSet",
        "java.util.concurrent.ConcurrentSkipListMap");
    assertNamed(
        run,
        "keySet",
        "java.util.concurrent.ConcurrentHashMap$KeySetView",
        "java.util.concurrent.ConcurrentHashMap");
    assertNamed(run, "fromMap", "java.util.Collections$SetFromMap", "java.util.IdentityHashMap");
    assertNamed(run, "ownSet", Sites.class.getName() + "$OwnSet", "java.util.HashMap");
    assertNamed(
        run, "properties", "java.util.Properties", "java.util.concurrent.ConcurrentHashMap");
    assertNamed(run, "enumMap", "java.util.EnumMap", null);
    assertNamed(
        run, "synchronizedMap", "java.util.Collections$SynchronizedMap", "java.util.LinkedHashMap");
    assertNamed(run, "ownMap", Sites.class.getName() + "$OwnMap", null);
  }

  @Test
  void setOperations_throughTheFacade_areCountedOnce() throws Exception {
    MapProfile set = AgentRun.of(directory, Sites.class).map(Sites.class, "hashSet");

    assertThat(set.operations().get(Operation.PUT_NEW)).isEqualTo(1);
    assertThat(set.operations().get(Operation.GET_HIT)).isEqualTo(1);
    assertThat(set.operations().get(Operation.GET_MISS)).isEqualTo(1);
    assertThat(set.operations().total()).isEqualTo(3);
  }

  @Test
  void mapsWithoutConstructor_clonedAndDeserialized_haveSites() throws Exception {
    AgentRun run = AgentRun.of(directory, Sites.class);

    assertThat(run.report().maps())
        .anyMatch(map -> map.site().method().equals("copy") && map.instances().created() == 1)
        .anyMatch(map -> map.site().method().equals("roundTrip") && map.entries() == 1);
  }

  @Test
  void maps_madeFasterThanStacksCanBeWalked_areCountedWithoutASiteToTheLast() throws Exception {
    AgentRun run = AgentRun.of(directory, Churn.class);

    long truth = Long.parseLong(run.result().stdout().trim().split(" ")[1]);
    List<MapProfile> named =
        run.report().maps().stream()
            .filter(map -> map.site().className().equals(Churn.class.getName()))
            .toList();
    long tracked = named.stream().mapToLong(map -> map.operations().get(Operation.MERGE)).sum();
    UntrackedMaps overBudget = overBudget(run);
    assertThat(tracked + overBudget.operations().get(Operation.MERGE)).isEqualTo(truth);
    assertThat(overBudget.mapsCreated()).isGreaterThan(Churn.MAPS / 2);
    assertThat(named)
        .as("the busy map among them is found by its use")
        .anyMatch(map -> map.site().kind() == SiteKind.FIRST_USE && map.entries() > 50);
  }

  @Test
  void sites_beyondTheCap_shareTheOverflowSite() throws Exception {
    AgentRun run = AgentRun.of(directory, ManySites.class, "max.sites=2");

    List<MapProfile> overflow =
        run.report().maps().stream().filter(map -> map.site().kind() == SiteKind.OVERFLOW).toList();
    assertThat(overflow).hasSize(1);
    assertThat(overflow.get(0).instances().created()).isGreaterThanOrEqualTo(4);
    assertThat(overflow.get(0).operations().get(Operation.PUT_NEW)).isGreaterThanOrEqualTo(4);
    assertThat(run.report().maps()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void maps_excludedByPattern_haveNoSite() throws Exception {
    AgentRun run = AgentRun.of(directory, ManySites.class, "exclude=io.mapscope.dist.programs.*");

    assertThat(run.report().maps())
        .noneMatch(map -> map.site().className().startsWith("io.mapscope.dist"));
    assertThat(run.report().agent().untracked())
        .anyMatch(maps -> maps.reason().equals("excluded") && maps.mapsCreated() >= 6);
  }

  @Test
  void maps_ofTheJdk_haveSitesWhenIncluded() throws Exception {
    AgentRun run = AgentRun.of(directory, ManySites.class, "include=java.*;sun.*;jdk.*");

    assertThat(run.report().maps()).isNotEmpty();
    assertThat(run.report().maps())
        .allMatch(map -> map.site().className().matches("(java|sun|jdk)\\..*"));
  }

  private static UntrackedMaps overBudget(AgentRun run) {
    return run.report().agent().untracked().stream()
        .filter(maps -> maps.reason().equals("over-budget"))
        .findFirst()
        .orElseThrow();
  }

  private static void assertNamed(
      AgentRun run, String field, String mapClass, @Nullable String wraps) {
    MapProfile map = run.map(Sites.class, field);
    assertThat(map.mapClass()).as(field).isEqualTo(mapClass);
    assertThat(map.wraps()).as(field).isEqualTo(wraps);
    assertThat(map.site().className()).as(field).isEqualTo(Sites.class.getName());
    assertThat(map.site().line()).as(field).isPositive();
  }
}
