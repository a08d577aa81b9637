package io.mapscope.prove.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.prove.Profiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SerialFormTest {

  private static final int ENTRIES = 50;
  private static final double BYTES_PER_ENTRY = 120;

  /** Every form, for every recorded one that it can take the place of. */
  static Stream<Arguments> formsAndRecorded() {
    return Stream.of(SerialForm.JAVA, SerialForm.JSON, SerialForm.CONVERT)
        .flatMap(
            recorded ->
                Stream.concat(
                        Stream.of(recorded), SerialCandidates.of(recorded, List.of(), 99).stream())
                    .map(form -> Arguments.of(form, recorded)));
  }

  @ParameterizedTest
  @MethodSource("formsAndRecorded")
  void form_writtenAndReadBack_hasTheEntries(SerialForm form, SerialForm recorded) {
    for (int entries : new int[] {1, 4, 10, ENTRIES}) {
      assertReadBack(Contents.of(recorded, entries, BYTES_PER_ENTRY), form);
      assertReadBack(Contents.of(recorded, entries, 0), form);
    }
  }

  private static <V> void assertReadBack(Content<V> content, SerialForm form) {
    try (SerialSubject<V, ?> subject = form.make(content, false)) {
      Map<String, V> model = new HashMap<>();
      for (int i = 0; i < content.entries(); i++) {
        model.put(content.key(i), content.value(i, i));
      }
      model.forEach(subject::put);
      assertThat(new HashMap<>(subject.readBack())).isEqualTo(model);

      V changed = content.value(0, 4_711);
      subject.put(content.key(0), changed);
      model.put(content.key(0), changed);
      assertThat(new HashMap<>(subject.readBack())).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @CsvSource({"JSON, 25", "JSON, 60", "JSON, 120", "JSON, 3000", "JAVA, 40", "JAVA, 300"})
  void content_ofSomeBytesPerEntry_isWrittenAsSoMany(SerialForm recorded, double bytes) {
    assertThat(Contents.of(recorded, 1_000, bytes).bytesPerEntry()).isCloseTo(bytes, within(1.0));
  }

  @Test
  void content_ofAConversion_isARowOrAMapOfRecords() {
    assertThat(Contents.of(SerialForm.CONVERT, 3, 1).entries()).isEqualTo(4);
    assertThat(Contents.of(SerialForm.CONVERT, 12, 1).entries()).isEqualTo(10);
    assertThat(Contents.of(SerialForm.CONVERT, 300, 1).entries()).isEqualTo(300);
  }

  @Test
  void candidates_ofBytes_areAllThatTheIssueNames() {
    assertThat(SerialCandidates.of(SerialForm.JSON, List.of(), 99))
        .containsExactlyInAnyOrder(
            SerialForm.KEPT,
            SerialForm.CBOR,
            SerialForm.SMILE,
            SerialForm.OFF_PATH,
            SerialForm.POOLED,
            SerialForm.GENERATED,
            SerialForm.BINARY);
  }

  @Test
  void candidates_adviceComesFirst_whereItFits() {
    assertThat(candidates(SerialForm.JAVA, "binary-format")).startsWith(SerialForm.BINARY);
    assertThat(candidates(SerialForm.CONVERT, "cache")).startsWith(SerialForm.KEPT);
    assertThat(candidates(SerialForm.CONVERT, "binary-format"))
        .containsExactly(SerialForm.BY_HAND, SerialForm.HANDLES, SerialForm.KEPT);
    assertThat(SerialCandidates.of(SerialForm.JSON, List.of(), 3)).hasSize(3);
  }

  private static List<SerialForm> candidates(SerialForm recorded, String kind) {
    return SerialCandidates.of(
        recorded, List.of(Profiles.finding(SerialCandidates.RULE, kind, "a type")), 99);
  }

  @Test
  void advised_kindsOfReplacement_areTheirForms() {
    assertThat(advised(SerialCandidates.RULE, "cache")).isEqualTo(SerialForm.KEPT);
    assertThat(advised(SerialCandidates.RULE, "binary-format")).isEqualTo(SerialForm.BINARY);
    assertThat(advised(SerialCandidates.RULE, "background-snapshot"))
        .isEqualTo(SerialForm.OFF_PATH);
    assertThat(advised(SerialCandidates.RULE, "plain")).isEqualTo(SerialForm.BY_HAND);
    assertThat(advised("lru-under-lock", "cache")).isNull();
  }

  private static @Nullable SerialForm advised(String rule, String kind) {
    return SerialCandidates.advised(Profiles.finding(rule, kind, "a type"));
  }

  @Test
  void differences_areToldWithTheFiguresRecorded() {
    RecordedSerialization recorded = Profiles.recorded("jackson-json", 1_000, 900, 7);

    assertThat(SerialDifferences.of(recorded, SerialForm.KEPT))
        .anyMatch(line -> line.contains("all but 100 of 1000 serializations repeated"));
    assertThat(SerialDifferences.of(recorded, SerialForm.OFF_PATH))
        .anyMatch(line -> line.contains("a moment ago"))
        .anyMatch(line -> line.contains("7 serializations met writes"));
    assertThat(SerialDifferences.of(recorded, SerialForm.SMILE))
        .anyMatch(line -> line.contains("another format"));
    assertThat(SerialDifferences.of(recorded, SerialForm.GENERATED))
        .noneMatch(line -> line.contains("another format"));
  }

  @Test
  void recorded_formats_areReplayedStoodInForOrRefused() {
    assertThat(Profiles.recorded("jackson-json", 10, 0, 0).standIn()).isNull();
    assertThat(Profiles.recorded("gson", 10, 0, 0).form()).isEqualTo(SerialForm.JSON);
    assertThat(Profiles.recorded("gson", 10, 0, 0).standIn()).contains("gson", "stands in");
    assertThat(RecordedSerialization.of(Profiles.serialized("kryo", 10, 0, 0))).isNull();
    assertThat(RecordedSerialization.problem(Profiles.serialized("kryo", 10, 0, 0)))
        .contains("kryo", "cannot be replayed");
  }
}
