package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnsafeSharedMapTest {
  private static final String RULE = "unsafe-shared-map";

  @Test
  void hashMap_oneOverlap_isAnError() {
    Finding finding = finding(RULE, MapBuilder.hashMap().overlaps(1));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.confidence()).isEqualTo(1);
    assertThat(finding.title()).isEqualTo("Shop.stock: threads race inside it");
    assertThat(finding.explanation()).contains("Shop.stock", "com.acme.Shop.<init>:42", "1 time");
    assertThat(finding.evidence())
        .containsEntry("overlaps", 1L)
        .containsEntry("oneThread", List.of("com.acme.Shop.read:7"));
    assertThat(finding.caveats()).isEmpty();
  }

  @Test
  void hashMap_sharedWithoutOverlap_isSilent() {
    assertSilent(RULE, MapBuilder.hashMap().threads(8, 8));
  }

  @Test
  void synchronizedMap_withOverlaps_isLeftToUnsafeIteration() {
    assertSilent(RULE, MapBuilder.synchronizedMap().overlaps(3));
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.HashMap, java.util.concurrent.ConcurrentHashMap",
    "java.util.TreeMap, java.util.concurrent.ConcurrentSkipListMap",
    "java.util.HashSet, java.util.concurrent.ConcurrentHashMap.newKeySet()",
    "java.util.TreeSet, java.util.concurrent.ConcurrentSkipListSet",
  })
  void replacement_ofEachClass_isItsConcurrentSister(String mapClass, String type) {
    Finding finding = finding(RULE, MapBuilder.of(mapClass).overlaps(1));

    assertThat(finding.replacement().type()).isEqualTo(type);
    assertThat(finding.replacement().snippet()).isNotBlank();
  }

  @Test
  void caveats_tellWhatAReplacementWouldBreak() {
    Finding finding =
        finding(
            RULE,
            MapBuilder.of("java.util.LinkedHashMap")
                .overlaps(1)
                .operations("getHit", 5, "traversals", 2)
                .misuse(MisuseKind.CHECK_THEN_ACT, 7)
                .facts(it -> it.withNulls(new Nulls(0, 3))));

    assertThat(finding.caveats()).hasSize(3);
    assertThat(finding.caveats().get(0)).contains("0 null keys and 3 null values");
    assertThat(finding.caveats().get(1)).contains("order", "2 times");
    assertThat(finding.caveats().get(2)).contains("putIfAbsent", "7 times");
  }
}
