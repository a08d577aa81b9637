package io.mapscope.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import io.mapscope.prove.list.ListCandidates;
import io.mapscope.prove.serial.SerialCandidates;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChoiceTest {

  private static final Finding SERIAL = Profiles.finding(SerialCandidates.RULE, "cache", "bytes");
  private static final Finding LOOKUP = Profiles.finding("check-then-act", "atomic-operation", "x");
  private static final Finding OTHER = Profiles.finding("hot-bin", "per-key-object", "y");

  private static Report report(MapProfile map, Finding... findings) {
    return Profiles.report(map, List.of(findings));
  }

  private static Choice all(Report report) {
    return choice(report, null, null);
  }

  private static Choice choice(Report report, @Nullable String map, @Nullable String finding) {
    return Choice.of(report, map, finding);
  }

  @Test
  void choice_findingsOfBothKinds_isAReplayOfEach() {
    Report report = report(Profiles.serialized("jackson-json", 100, 0, 0), LOOKUP, SERIAL, OTHER);

    assertThat(all(report).tasks()).hasSize(2);
    assertThat(choice(report, "m1", null).tasks()).hasSize(2);
    assertThat(all(report).tasks().get(0).findings(report)).containsExactly(LOOKUP, OTHER);
    assertThat(all(report).tasks().get(1).findings(report)).containsExactly(SERIAL);
  }

  @Test
  void choice_findingAboutCollectionsInTheMap_isAReplayOfItsOwn() {
    Finding lists = Profiles.finding(ListCandidates.RULE, "atomic-operation", "merge");
    String known = "java.util.concurrent.ConcurrentHashMap";
    MapProfile used = Profiles.map(known, null, 2, Profiles.busy());
    MapProfile neverAsked = Profiles.map(known, null, 2, Map.of(Operation.PUT_NEW, 100L));

    List<Task> tasks = all(report(used, LOOKUP, lists)).tasks();
    Choice without = all(report(neverAsked, lists));

    assertThat(tasks).hasSize(2);
    assertThat(tasks.get(1).findings(report(used, LOOKUP, lists))).containsExactly(lists);
    assertThat(without.tasks()).isEmpty();
    assertThat(without.problems()).singleElement().asString().contains("no look-up was recorded");
  }

  @Test
  void choice_ofOneFinding_isItsReplayAlone() {
    Report report = report(Profiles.serialized("jackson-json", 100, 0, 0), LOOKUP, SERIAL);

    List<Task> tasks = choice(report, null, SERIAL.id()).tasks();

    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).tells(SERIAL)).isTrue();
    assertThat(tasks.get(0).tells(LOOKUP)).isFalse();
  }

  @Test
  void choice_ofAMapWithoutFindings_isAllThereIs() {
    assertThat(choice(report(Profiles.serialized("java", 100, 0, 0)), "m1", null).tasks())
        .hasSize(2);
    assertThat(choice(report(Profiles.serialized("kryo", 100, 0, 0)), "m1", null).tasks())
        .hasSize(1);
  }

  /** Whatever its class: only what it holds is serialized. */
  @Test
  void choice_serializationOfAMapNobodyKnows_isReplayed() {
    Report report =
        report(Profiles.serialized("shop.OwnMap", "jackson-json", 100, 0, 0), SERIAL, LOOKUP);

    Choice choice = all(report);

    assertThat(choice.tasks()).hasSize(1);
    assertThat(choice.problems()).singleElement().asString().contains("no form here behaves like");
  }

  @Test
  void choice_formatNobodyWrites_isAProblem() {
    Choice choice = all(report(Profiles.serialized("kryo", 100, 0, 0), SERIAL));

    assertThat(choice.tasks()).isEmpty();
    assertThat(choice.problems()).singleElement().asString().contains("kryo");
  }
}
