package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.SiteKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdvisorTest {

  @Test
  void findings_ofTheSameReport_areTheSame() {
    assertThat(Advisor.advise(ReportSamples.shop()))
        .isEqualTo(Advisor.advise(ReportSamples.shop()));
  }

  @Test
  void findings_ofTheSameMapInAnotherRun_haveTheSameIds() {
    Finding first = Verdicts.all(MapBuilder.hashMap().overlaps(1).build()).get(0);
    Finding second = Verdicts.all(MapBuilder.hashMap().overlaps(99).entries(7).build()).get(0);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void findings_ofTwoMaps_haveIdsOfTheirOwn() {
    assertThat(
            Verdicts.all(
                MapBuilder.hashMap().id("a").overlaps(1).build(),
                MapBuilder.hashMap().id("b").overlaps(1).build()))
        .extracting(Finding::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void findings_severalMaps_whatIsProvenWrongComesFirstThenWhatCostsMost() {
    List<Finding> findings =
        Verdicts.all(
            MapBuilder.synchronizedMap().id("slow").monitorWaits(99, nanos(0.2)).build(),
            MapBuilder.synchronizedMap().id("slower").monitorWaits(99, nanos(2)).build(),
            MapBuilder.hashMap().id("wrong").overlaps(1).build());

    assertThat(findings).extracting(Finding::map).containsExactly("wrong", "slower", "slow");
  }

  private static long nanos(double threads) {
    return Verdicts.nanosOfThreads(threads);
  }

  @Test
  void findings_aCauseAndItsSymptom_onlyTheCauseIsTold() {
    MapBuilder racing = MapBuilder.hashMap().overlaps(1);
    racing.misuse(
        MisuseKind.CONCURRENT_MODIFICATION,
        5,
        List.of(List.of("thread t; another thread had written last", "com.acme.Shop.loop:3")));

    assertThat(Verdicts.all(racing.build()))
        .extracting(Finding::rule)
        .containsExactly("unsafe-shared-map");
  }

  @Test
  void findings_theSameSymptomOnAnotherMap_staysThere() {
    MapBuilder looped =
        MapBuilder.hashMap()
            .id("b")
            .misuse(
                MisuseKind.CONCURRENT_MODIFICATION,
                5,
                List.of(List.of("thread t; another thread had written last")));

    assertThat(Verdicts.all(MapBuilder.hashMap().id("a").overlaps(1).build(), looped.build()))
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("unsafe-shared-map", "unsafe-iteration");
  }

  @Test
  void causes_areRules_andNoneIsItsOwnSymptom() {
    for (RootCauses.Cause cause : RootCauses.all()) {
      assertThat(cause.why()).isNotBlank();
      for (String symptom : cause.symptoms()) {
        assertThat(RootCauses.all())
            .as(cause.rule() + " and " + symptom)
            .noneMatch(it -> it.rule().equals(symptom) && it.symptoms().contains(cause.rule()));
      }
    }
  }

  @Test
  void findings_sitesThatStandForManyPlaces_areNotJudged() {
    assertThat(Verdicts.all(MapBuilder.hashMap().siteKind(SiteKind.OVERFLOW).overlaps(1).build()))
        .isEmpty();
  }

  @Test
  void judgements_anyReport_neverFail() {
    for (long seed = 0; seed < 200; seed++) {
      Report report = ReportSamples.random(seed);
      assertThat(Advisor.standard().judgements(report)).isNotNull();
    }
    assertThat(Advisor.advise(ReportSamples.nasty())).isNotNull();
    assertThat(Advisor.advise(ReportSamples.empty())).isEmpty();
  }
}
