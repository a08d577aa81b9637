package io.mapscope.prove.seeds.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.form.Form;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.records.Trade;
import io.mapscope.prove.seeds.form.ConversionForm;
import io.mapscope.prove.seeds.form.SerializedForm;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What JMH runs does what it says, without JMH. */
final class BenchmarksTest {

  @ParameterizedTest
  @EnumSource(SerializedForm.class)
  void request_eachForm_givesTheWholeMap(SerializedForm form) {
    SerializationBenchmark benchmark = new SerializationBenchmark();
    benchmark.form = form.name();
    benchmark.entries = 50;
    benchmark.fill();

    ByteBuffer bytes = (ByteBuffer) benchmark.writeThenRequest();

    assertThat(bytes.remaining()).isGreaterThan(50 * 10);
  }

  @ParameterizedTest
  @EnumSource(ListForm.class)
  void append_pastTheEndOfAMap_goesOnWithANewOne(ListForm form) {
    AppendBenchmark benchmark = new AppendBenchmark();
    benchmark.form = form.name();
    benchmark.keys = 3;
    benchmark.begin();
    AppendBenchmark.Turn turn = new AppendBenchmark.Turn();
    turn.take(benchmark);

    int turns = 0;
    for (int i = 0; i < 1_000; i++) {
      int before = benchmark.values();
      benchmark.append(turn);
      turns += benchmark.values() < before ? 1 : 0;
    }

    assertThat(turns).isEqualTo(3);
    assertThat(benchmark.values()).isEqualTo(1_000 - 3 * 300);
  }

  @ParameterizedTest
  @EnumSource(ConversionForm.class)
  void roundTrip_eachForm_hasWhatWasPut(ConversionForm form) {
    ConversionBenchmark benchmark = new ConversionBenchmark();
    benchmark.form = form.name();
    benchmark.make();

    benchmark.roundTrip();
    Trade trade = (Trade) benchmark.roundTrip();

    assertThat(trade.quantity()).isEqualTo(1);
    assertThat(trade.symbol()).isEqualTo("ACME");
  }

  @Test
  void operation_shareOfReads_isWhatWasAskedFor() {
    DecisionBenchmark benchmark = new DecisionBenchmark();
    benchmark.form = Form.CONCURRENT_HASH_MAP.name();
    benchmark.readPercent = 90;
    benchmark.fill();
    DecisionBenchmark.Turn turn = new DecisionBenchmark.Turn();
    turn.take(benchmark);

    for (int i = 0; i < 1_000; i++) {
      assertThat(benchmark.operation(turn)).isNotNull();
    }

    assertThat(IntStream.range(0, 100_000).filter(benchmark::isRead).count()).isEqualTo(90_000);
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"CONCURRENT_HASH_MAP", "MONITOR", "READ_WRITE_LOCK", "COPY_ON_WRITE", "SNAPSHOT"})
  void copy_betweenWrites_isNotTorn(Form form) {
    SafeCopyBenchmark benchmark = new SafeCopyBenchmark();
    benchmark.form = form.name();
    benchmark.fill();
    SafeCopyBenchmark.Findings findings = new SafeCopyBenchmark.Findings();

    for (int i = 0; i < 5; i++) {
      benchmark.write();
      benchmark.copyAndRead(findings);
    }

    assertThat(findings.checkedCopies).isEqualTo(5);
    assertThat(findings.tornCopies).isZero();
  }

  /** A map that has a later write and not an earlier one never was. */
  @Test
  void isTorn_laterWriteWithoutAnEarlier_isSeen() {
    Map<Long, Long> copy = new HashMap<>();
    for (long i = 0; i < SafeCopyBenchmark.ENTRIES; i++) {
      copy.put(i, i);
    }
    assertThat(SafeCopyBenchmark.isTorn(copy)).isFalse();

    copy.put(0L, (long) SafeCopyBenchmark.ENTRIES);
    assertThat(SafeCopyBenchmark.isTorn(copy)).isFalse();

    copy.put(2L, SafeCopyBenchmark.ENTRIES + 2L);
    assertThat(SafeCopyBenchmark.isTorn(copy)).isTrue();

    copy.remove(2L);
    assertThat(SafeCopyBenchmark.isTorn(copy)).isTrue();
  }
}
