package io.mapscope.prove.measure;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.form.Subject;
import io.mapscope.prove.workload.Workload;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EquivalenceTest {

  private static final Workload WORKLOAD =
      Workload.of(map("java.util.Hashtable", null, 3, busy()), List.of(), 2, 5);

  @ParameterizedTest
  @EnumSource(Form.class)
  void difference_everyForm_isNone(Form form) {
    Recorded recorded = new Recorded(Form.SYNCHRONIZED_MAP, Base.HASH, null);

    assertThat(new Equivalence(WORKLOAD).difference(recorded, form)).isNull();
  }

  /** Which entry has to go is the same for all, as long as nobody decides by itself. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void difference_everyFormOfAFullCache_isNone(Form form) {
    MapProfile lru =
        map(
                "java.util.LinkedHashMap",
                null,
                3,
                Map.of(
                    Operation.GET_HIT, 50_000L,
                    Operation.GET_MISS, 9_000L,
                    Operation.PUT_NEW, 9_000L,
                    Operation.REMOVE_HIT, 9_000L,
                    Operation.COMPUTE_IF_ABSENT_PRESENT, 5_000L,
                    Operation.COMPUTE_IF_ABSENT_ABSENT, 100L))
            .withFacts(MapFacts.none().withNature(new Nature(null, true, false, false)));
    Workload cache = Workload.of(lru, List.of(), 2, 5);
    Recorded recorded = new Recorded(Form.MONITOR, Base.ACCESS_ORDERED, null);

    assertThat(cache.mix().loads()).isTrue();
    assertThat(new Equivalence(cache).difference(recorded, form)).isNull();
  }

  @Test
  void difference_formThatForgetsRemovals_isTold() {
    Subject right = Form.CONCURRENT_HASH_MAP.make(Base.HASH, 100);
    Subject inner = Form.CONCURRENT_HASH_MAP.make(Base.HASH, 100);
    Subject wrong =
        (Subject)
            Proxy.newProxyInstance(
                EquivalenceTest.class.getClassLoader(),
                new Class<?>[] {Subject.class},
                (proxy, method, arguments) ->
                    method.getName().equals("remove")
                        ? inner.get((Long) arguments[0])
                        : method.invoke(inner, arguments));

    assertThat(new Equivalence(WORKLOAD).difference(right, wrong)).contains("instead of");
  }
}
