package io.mapscope.stress;

import io.mapscope.weaver.OtherRecorder;
import io.mapscope.weaver.RecorderInstaller;
import io.mapscope.weaver.Refusal;
import io.mapscope.weaver.Weaver;
import io.mapscope.weaver.family.Families;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.MapscopeGate;
import java.util.MapscopeSettings;

/** Recorder and weaver without the rest of the agent, so that nobody else takes the tallies. */
public final class RecorderOnlyAgent {
  private RecorderOnlyAgent() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String options, Instrumentation instrumentation)
      throws IOException, OtherRecorder, ReflectiveOperationException, UnmodifiableClassException {
    RecorderInstaller.install(instrumentation);
    final Weaver weaver = new Weaver(Families.all());
    weaver.install(instrumentation);
    final List<Refusal> refused = weaver.refused();
    if (!refused.isEmpty()) {
      throw new IllegalStateException("classes refused: " + refused);
    }
    MapscopeSettings.walks = Integer.MAX_VALUE; // every map gets a probe of its own
    MapscopeSettings.promotions = Integer.MAX_VALUE; // and so does every over-budget one in use
    MapscopeGate.setAll(true);
  }
}
