package io.mapscope.prewoven;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import io.mapscope.weaver.Prewoven;
import io.mapscope.weaver.RecorderInstaller;
import io.mapscope.weaver.Weaver;
import io.mapscope.weaver.family.Families;
import io.mapscope.weaver.serializer.SerializerGroup;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings recorder and weaver into a JVM of its own, as the agent does, and writes down what became
 * of each class of the JDK.
 *
 * <p>What the JVM gives for a class that is loaded already is not its file but one put together
 * again from what is in memory, and which these are differs from start to start. So it runs twice
 * on each JDK.
 */
public final class PrewovenAgent {
  /** Whether to load all classes first, and so to be given each as put together again. */
  private static final boolean LOADED_FIRST = Boolean.getBoolean("prewoven.loadedFirst");

  private final Path directory;
  private final List<MapFamily> families;
  private final ClassFilePairs woven;
  private final ClassFilePairs fitted = new ClassFilePairs(List.of(RecorderInstaller.FITTED));

  private PrewovenAgent(Path directory) {
    this.directory = directory;
    families = new ArrayList<>(Families.all());
    families.addAll(SerializerGroup.families(SerializerGroup.optionNames()));
    woven = new ClassFilePairs(classNames());
  }

  /**
   * Called by the JVM; what it throws ends the JVM with a failure, and the build with it.
   *
   * @param directory where the class files go
   */
  public static void premain(String directory, Instrumentation instrumentation) throws Exception {
    PrewovenAgent agent = new PrewovenAgent(Path.of(directory));
    agent.weave(instrumentation);
    agent.write();
  }

  private void weave(Instrumentation instrumentation) throws Exception {
    if (LOADED_FIRST) {
      load();
    }
    Weaver weaver = new Weaver(families);
    instrumentation.addTransformer(fitted.before());
    instrumentation.addTransformer(woven.before(), true);
    RecorderInstaller.install(instrumentation);
    weaver.install(instrumentation);
    instrumentation.addTransformer(woven.after(), true);
    instrumentation.retransformClasses(load().toArray(new Class<?>[0]));
    if (!woven.missing().isEmpty()) {
      throw new IllegalStateException(
          "not woven: " + woven.missing() + ", refused: " + weaver.refused());
    }
  }

  private List<Class<?>> load() throws ClassNotFoundException {
    List<Class<?>> loaded = new ArrayList<>();
    for (String name : classNames()) {
      loaded.add(Class.forName(name, false, null));
    }
    return loaded;
  }

  /**
   * Of the classes that are woven from the start; what is on demand is woven by the live weaver.
   */
  private List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (MapFamily family : families) {
      for (ClassPlan plan : family.plans()) {
        if (plan.isDue(0)) {
          names.add(plan.className());
        }
      }
    }
    return names;
  }

  private void write() throws IOException {
    for (ClassFilePairs.Pair pair : woven.pairs()) {
      write(pair);
    }
    byte[] compiled = RecorderInstaller.read(RecorderInstaller.FITTED);
    byte[] defined = fitted.given(RecorderInstaller.FITTED);
    if (defined != null && !Arrays.equals(compiled, defined)) {
      write(new ClassFilePairs.Pair(RecorderInstaller.FITTED, compiled, defined));
    }
  }

  private void write(ClassFilePairs.Pair pair) throws IOException {
    String resource = Prewoven.resource(pair.className(), pair.before());
    Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    Files.createDirectories(directory);
    Files.write(file, pair.after());
  }

  /** Nothing is left to do when {@link #premain} has returned. */
  public static void main(String[] arguments) {}
}
