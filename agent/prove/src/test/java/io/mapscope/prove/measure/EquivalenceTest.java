package io.mapscope.prove.measure;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.form.Subject;
import io.mapscope.prove.workload.Workload;
import java.lang.reflect.Proxy;
import java.util.List;
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
