package io.mapscope.weaver;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopePresence;

/**
 * Takes over the recorder that an earlier agent has defined: as it is when it is the same, with new
 * method bodies when only those differ. A JVM can do no more to a class that is loaded.
 */
final class RecorderUpgrade {
  private RecorderUpgrade() {}

  static void apply(
      Instrumentation instrumentation, List<String> names, List<byte[]> files, long fingerprint)
      throws OtherRecorder, ReflectiveOperationException {
    if (MapscopePresence.fingerprint == fingerprint) {
      return;
    }
    try {
      List<ClassDefinition> definitions = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Class<?> present = Class.forName(names.get(i), true, null);
        definitions.add(new ClassDefinition(present, files.get(i)));
      }
      instrumentation.redefineClasses(definitions.toArray(new ClassDefinition[0]));
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError different) {
      throw new OtherRecorder(different);
    }
    MapscopePresence.fingerprint = fingerprint;
  }
}
