package io.mapscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.ReportSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainTextTest {

  private static ProvenCandidate candidate(String name, double low, double estimate, double high) {
    ProvenVerdict verdict = low > 1 ? ProvenVerdict.FASTER : ProvenVerdict.TIE;
    ProvenRatio ratio = new ProvenRatio(estimate, low, high);
    return new ProvenCandidate(
        name, verdict, 1e6 * estimate, ratio, 40, 90, 16, 48, 0, List.of(), null);
  }

  private static ProvenCandidate baseline() {
    return new ProvenCandidate(
        "Hashtable", ProvenVerdict.BASELINE, 1e6, null, 80, 900, 16, 40, 0, List.of(), null);
  }

  @Test
  void ranks_overlappingIntervals_shareAPlace() {
    List<ProvenCandidate> candidates =
        List.of(
            baseline(),
            candidate("a", 2.8, 3, 3.2),
            candidate("b", 2.5, 2.7, 2.9),
            candidate("c", 1.4, 1.5, 1.6),
            ProvenCandidate.unmeasured("d", ProvenVerdict.NOT_EQUIVALENT, List.of(), "differs"));

    assertThat(GainText.ranks(candidates)).containsExactly("base", "1", "=1", "3", "-");
  }

  @Test
  void report_ofAGain_tellsVerdictRankingAndWhatItIsWorth() {
    ProvenGain gain = FindingSamples.gain();

    String text = String.join("\n", GainText.report(ReportSamples.shop().maps().get(0), gain));

    assertThat(text.replaceAll("\\s+", " "))
        .contains("3.20 times (2.90 to 3.53) the operations in the same time")
        .contains("RANK", "base", "each write copies the whole map")
        .contains("4 threads, 212 entries, 3 rounds, seed 42")
        .contains("recorded on 8 CPUs, here 2");
  }

  @Test
  void verdict_tie_isCalledOne() {
    ProvenGain gain =
        new ProvenGain(
            "a",
            1,
            1,
            1,
            3,
            true,
            "17",
            List.of(baseline(), candidate("a", 0.9, 1.1, 1.3)),
            List.of(),
            List.of(),
            List.of());

    assertThat(GainText.verdict(gain))
        .isEqualTo("a against Hashtable: a tie, 1.10 times (0.90 to 1.30) the operations");
  }
}
