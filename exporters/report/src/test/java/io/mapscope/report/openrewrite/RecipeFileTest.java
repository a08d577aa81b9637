package io.mapscope.report.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Instances;
import io.mapscope.profile.Lives;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipeFileTest {

  private static final String HASHTABLE = "java.util.Hashtable";
  private static final String SYNCHRONIZED = "java.util.Collections$SynchronizedMap";
  private static final String HASH_MAP = "java.util.HashMap";
  private static final String CONCURRENT = "java.util.concurrent.ConcurrentHashMap";
  static final Lives OUTGROWN = new Lives(500, 0, 0, 500, 2500, 512, 512, 512, 0, 0);
  static final MapFacts CLEAN =
      MapFacts.none().withNulls(new Nulls(0, 0)).withExternalLock(ExternalLock.none());

  @Test
  void contendedMap_withNothingAgainstIt_becomesConcurrent() {
    assertThat(text("lock-contended-map", Map.of(), map(SYNCHRONIZED, HASH_MAP, CLEAN)))
        .contains(
            """
            recipeList:
              # lock-contended-map, com.acme.Routes.table
              - io.mapscope.openrewrite.UseConcurrentHashMap:
                  field: "com.acme.Routes.table"
            """)
        .doesNotContain("Left to you");
  }

  @Test
  void contendedMap_withNulls_isLeft() {
    assertLeft(
        map(SYNCHRONIZED, HASH_MAP, CLEAN.withNulls(new Nulls(0, 1))),
        "nulls were seen in the map");
  }

  @Test
  void contendedMap_whoseNullsWereNotRecorded_isLeft() {
    assertLeft(
        map(SYNCHRONIZED, HASH_MAP, CLEAN.withNulls(null)),
        "whether the map gets nulls was not recorded");
  }

  @Test
  void contendedMap_lockedByItsCallers_isLeft() {
    LockDetail lock = new LockDetail(HASHTABLE, null, LockDetail.MONITOR, 0.3, 25, true);
    assertLeft(
        map(HASHTABLE, null, CLEAN.withExternalLock(ExternalLock.of(lock))),
        "callers lock the map itself around several operations");
  }

  @Test
  void contendedMap_withOrder_isLeft() {
    assertLeft(
        map(SYNCHRONIZED, "java.util.LinkedHashMap", CLEAN),
        "the class of the map keeps an order or adds something of its own");
  }

  @Test
  void oneOfTheMapsInTheField_withNulls_isEnoughToLeaveIt() {
    MapProfile other = map("b", HASH_MAP, null, CLEAN.withNulls(new Nulls(1, 0)));
    assertThat(text("lock-contended-map", Map.of(), map(SYNCHRONIZED, HASH_MAP, CLEAN), other))
        .contains("# - lock-contended-map, com.acme.Routes.table: nulls were seen in the map\n")
        .contains("recipeList: []\n");
  }

  @Test
  void twoSteps_inOneMethodOfTheFieldsClass_becomeOne() {
    Map<String, Object> evidence =
        Map.of(
            "lookUp", List.of(CONCURRENT + ".get:900", "com.acme.Routes.find:12", "a.B.c:1"),
            "write", List.of(CONCURRENT + ".put:1000", "com.acme.Routes.find:14"));
    assertThat(text("check-then-act", evidence, map(CONCURRENT, null, CLEAN)))
        .contains(
            """
              - io.mapscope.openrewrite.InsertOnce:
                  field: "com.acme.Routes.table"
                  method: "find"
            """);
  }

  @Test
  void twoSteps_inALambda_areLeft() {
    List<String> stack = List.of("com.acme.Routes.lambda$find$0:12");
    assertThat(
            text(
                "check-then-act",
                Map.of("lookUp", stack, "write", stack),
                map(CONCURRENT, null, CLEAN)))
        .contains("both steps were not seen in one method of the field's class");
  }

  @Test
  void mapThatOutgrowsItsTable_getsTheCapacityThatGivesItsLastTable() {
    MapFacts lives = CLEAN.withLives(OUTGROWN);
    assertThat(text("resize-churn", Map.of(), map(HASH_MAP, null, lives)))
        .contains("className: \"com.acme.Routes\"\n      method: \"load\"\n")
        .contains("mapClass: \"java.util.HashMap\"\n      initialCapacity: 512\n");
    assertThat(text("resize-churn", Map.of(), map(CONCURRENT, null, lives)))
        .contains("initialCapacity: 383\n");
  }

  @Test
  void names_ofAnyCharacters_stayInTheirLines() {
    RecipeFile file = new RecipeFile(ReportSamples.nasty().withFindings(FindingSamples.nasty()));

    assertThat(file.text().lines())
        .allMatch(
            line ->
                line.matches(
                    "(#.*|---|type: .*|name: .*|displayName: .*|description: .*|recipeList: \\[\\])"));
    assertThat(file.left()).isEqualTo(2);
  }

  private static void assertLeft(MapProfile map, String reason) {
    assertThat(text("lock-contended-map", Map.of(), map))
        .contains("# - lock-contended-map, com.acme.Routes.table: " + reason + "\n")
        .contains("recipeList: []\n");
  }

  @Test
  void twoSteps_inAFieldWithoutAClass_areLeft() {
    MapProfile map = map(new Site("Routes", "load", 7, "table", SiteKind.ALLOCATION), CLEAN);

    assertThat(text("check-then-act", Map.of(), map))
        .contains("both steps were not seen in one method of the field's class");
  }

  private static String text(String rule, Map<String, Object> evidence, MapProfile... maps) {
    return new RecipeFile(
            ReportSamples.report(List.of(maps)).withFindings(List.of(finding(rule, evidence))))
        .text();
  }

  /** A finding about the map with the id {@code a}. */
  static Finding finding(String rule, Map<String, Object> evidence) {
    return new Finding(
        rule + "-1",
        rule,
        Severity.WARNING,
        "a",
        "title",
        "explanation",
        1,
        evidence,
        new Replacement("concurrent", null, null),
        List.of());
  }

  /** A ConcurrentHashMap made at {@code site}, with the id {@code a}. */
  static MapProfile map(Site site, MapFacts facts) {
    return map("a", CONCURRENT, null, site, facts);
  }

  private static MapProfile map(String mapClass, @Nullable String wraps, MapFacts facts) {
    return map("a", mapClass, wraps, facts);
  }

  private static MapProfile map(
      String id, String mapClass, @Nullable String wraps, MapFacts facts) {
    Site site =
        new Site("com.acme.Routes", "load", 7, "com.acme.Routes.table", SiteKind.ALLOCATION);
    return map(id, mapClass, wraps, site, facts);
  }

  private static MapProfile map(
      String id, String mapClass, @Nullable String wraps, Site site, MapFacts facts) {
    return new MapProfile(
        id,
        mapClass,
        wraps,
        site,
        new Instances(1, 1),
        1,
        0,
        16,
        new Threads(4, 4),
        1,
        OperationCounts.zero(),
        0,
        new Misuse(0, List.of()),
        facts);
  }
}
