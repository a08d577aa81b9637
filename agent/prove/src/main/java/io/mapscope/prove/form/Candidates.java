package io.mapscope.prove.form;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which forms could take a map's place: what its findings advise first, then what else is usual.
 */
public final class Candidates {

  /** For each rule what one would want to see measured beside what the finding itself advises. */
  private static final Map<String, List<Form>> BY_RULE =
      Map.ofEntries(
          Map.entry("unsafe-shared-map", List.of(Form.CONCURRENT_HASH_MAP, Form.ATOMIC_OPERATIONS)),
          Map.entry(
              "lock-contended-map",
              List.of(Form.CONCURRENT_HASH_MAP, Form.STRIPED, Form.NON_BLOCKING)),
          Map.entry(
              "guarded-map-contended",
              List.of(Form.CONCURRENT_HASH_MAP, Form.READ_WRITE_LOCK, Form.STAMPED_LOCK)),
          Map.entry("hot-bin", List.of(Form.ADDERS, Form.STRIPED)),
          Map.entry("blocking-compute", List.of(Form.COMPUTE_OUTSIDE, Form.FUTURES)),
          Map.entry("present-key-compute", List.of(Form.GET_FIRST)),
          Map.entry("check-then-act", List.of(Form.ATOMIC_OPERATIONS)),
          Map.entry(
              "torn-copy",
              List.of(
                  Form.COPY_ON_WRITE, Form.SNAPSHOT, Form.LIBRARY_SNAPSHOT, Form.READ_WRITE_LOCK)),
          Map.entry("unsafe-iteration", List.of(Form.CONCURRENT_HASH_MAP, Form.SNAPSHOT)),
          Map.entry("copy-on-write-candidate", List.of(Form.COPY_ON_WRITE, Form.SNAPSHOT)),
          Map.entry(
              "costly-copy",
              List.of(
                  Form.KEPT_SNAPSHOT, Form.SNAPSHOT, Form.LIBRARY_SNAPSHOT, Form.COPY_ON_WRITE)),
          Map.entry("lru-under-lock", List.of(Form.CAFFEINE)),
          Map.entry("unbounded-growth", List.of(Form.CAFFEINE, Form.CAFFEINE_EXPIRING)),
          Map.entry("needless-ordering", List.of(Form.CONCURRENT_HASH_MAP)),
          Map.entry("size-on-hot-path", List.of(Form.OWN_COUNTER)),
          Map.entry("needless-concurrency", List.of(Form.HASH_MAP)),
          Map.entry("striping-collision", List.of(Form.CONCURRENT_HASH_MAP)));

  private static final List<Form> USUAL =
      List.of(
          Form.CONCURRENT_HASH_MAP,
          Form.ATOMIC_OPERATIONS,
          Form.SYNCHRONIZED_MAP,
          Form.STRIPED,
          Form.NON_BLOCKING,
          Form.READ_WRITE_LOCK,
          Form.STAMPED_LOCK,
          Form.REENTRANT_LOCK,
          Form.SKIP_LIST);

  /** Classes whose values a long can hold without their box. */
  private static final Set<String> WHOLE_NUMBERS =
      Stream.of(Long.class, Integer.class, Short.class, Byte.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private Candidates() {}

  /**
   * The forms to hold against the recorded one, the advised first, {@code most} at most.
   *
   * @param findings those about this map
   */
  public static List<Form> of(MapProfile map, Recorded recorded, List<Finding> findings, int most) {
    Set<Form> forms = new LinkedHashSet<>();
    for (Finding finding : findings) {
      @Nullable Form advised = advised(finding, map);
      if (advised != null) {
        forms.add(advised);
      }
    }
    for (Finding finding : findings) {
      forms.addAll(BY_RULE.getOrDefault(finding.rule(), List.of()));
    }
    if (hasNumbersForKeys(map)) {
      forms.add(Form.LONG_KEYS);
    }
    forms.addAll(USUAL);
    List<Form> fit = new ArrayList<>(forms);
    fit.removeIf(form -> form == recorded.form() || !fits(form, map, recorded));
    return fit.subList(0, Math.min(most, fit.size()));
  }

  /** The form that is what {@code finding} advises, or null when none here is. */
  public static @Nullable Form advised(Finding finding, MapProfile map) {
    return Advice.of(finding, map);
  }

  private static boolean hasNumbersForKeys(MapProfile map) {
    @Nullable String keyClass = map.facts().keyClass();
    return keyClass != null && WHOLE_NUMBERS.contains(keyClass);
  }

  private static boolean fits(Form form, MapProfile map, Recorded recorded) {
    boolean alone = Math.max(map.threads().readers(), map.threads().writers()) <= 1;
    boolean ordered = map.operations().get(Operation.ORDERED) > 0;
    boolean same =
        form == Form.HASH_MAP && recorded.form() == Form.PLAIN && recorded.base() == Base.HASH;
    if (same || (form.has(Promise.ONE_THREAD) && !alone)) {
      return false;
    }
    if (ordered) {
      return form.has(Promise.SORTED) || (form.keepsBase() && recorded.base() == Base.TREE);
    }
    boolean readingWrites = recorded.base() == Base.ACCESS_ORDERED;
    return !(readingWrites && (form == Form.READ_WRITE_LOCK || form == Form.STAMPED_LOCK));
  }
}
