package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.prove.serial.RecordedSerialization;
import io.mapscope.prove.serial.SerialCandidates;
import io.mapscope.prove.serial.SerialDifferences;
import io.mapscope.prove.serial.SerialForm;
import io.mapscope.prove.workload.SerialAccount;
import io.mapscope.prove.workload.SerialWorkload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways to serialize a map, held against each other as often as it was serialized and written. */
final class SerialContest implements Contest {

  private final SerialWorkload workload;
  private final SerialAccount account;
  private final RecordedSerialization recorded;
  private final List<Contender> candidates = new ArrayList<>();

  /**
   * The contest for {@code map}, whose serialization has a {@link RecordedSerialization}.
   *
   * @param findings those about its serialization
   */
  SerialContest(MapProfile map, List<Finding> findings, Plan plan) {
    workload = SerialWorkload.of(map, Runtime.getRuntime().availableProcessors(), plan.seed());
    account = new SerialAccount(map, workload);
    recorded = workload.recorded();
    for (SerialForm form :
        SerialCandidates.of(recorded.form(), findings, plan.mostSerialCandidates())) {
      String title = form.title(recorded.form());
      candidates.add(new Contender(form.name(), title, SerialDifferences.of(recorded, form)));
    }
  }

  @Override
  public String benchmark() {
    return SerialReplayBenchmark.NAME;
  }

  @Override
  public int threads() {
    return workload.threads();
  }

  @Override
  public long entries() {
    return workload.content().entries();
  }

  @Override
  public Contender recorded() {
    String why = recorded.standIn();
    List<String> differences = why == null ? List.of() : List.of(why);
    return new Contender(recorded.form().name(), recorded.title(), differences);
  }

  @Override
  public List<Contender> candidates() {
    return List.copyOf(candidates);
  }

  @Override
  public @Nullable String difference(Contender candidate) {
    return new SerialEquivalence(workload).difference(SerialForm.valueOf(candidate.form()));
  }

  /** What is kept of bytes is no weight of each entry, and the map's own weight no matter here. */
  @Override
  public double retainedBytesPerEntry(Contender contender) {
    return Double.NaN;
  }

  @Override
  public @Nullable String advised(Finding finding) {
    @Nullable SerialForm form = SerialCandidates.advised(finding);
    return form == null ? null : form.name();
  }

  @Override
  public List<String> reproduced() {
    return account.reproduced();
  }

  @Override
  public List<String> notReproduced() {
    return account.notReproduced();
  }
}
