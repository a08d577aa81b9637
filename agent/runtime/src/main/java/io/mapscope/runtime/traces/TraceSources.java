package io.mapscope.runtime.traces;

import io.mapscope.weaver.LoadedClasses;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the OpenTelemetry contexts of this JVM: that of the OpenTelemetry Java agent, else those of
 * the applications.
 *
 * <p>A context is found by the class that keeps its storage, which the API loads when the context
 * is first asked for: before that nothing is touched, because an application may still say which
 * storage it wants. Used by the collector's thread alone.
 */
public final class TraceSources {

  private static final String STORAGE = String.join(".", "io", "opentelemetry", "context", "");
  private static final String STORAGE_CLASS = STORAGE + "LazyStorage";

  /** Before the names of the API inside the OpenTelemetry Java agent. */
  private static final String OTHER_AGENT =
      String.join(".", "io", "opentelemetry", "javaagent", "shaded", "");

  /** How few classes have: spares most classes of a JVM the making of their name. */
  private static final int MODIFIERS_OF_STORAGE = Modifier.FINAL;

  /** Keeps a source alive as long as the class that keeps the storage, and no longer. */
  private static final ClassValue<AtomicReference<Object>> ANCHOR =
      new ClassValue<>() {
        @Override
        protected AtomicReference<Object> computeValue(Class<?> storage) {
          return new AtomicReference<>();
        }
      };

  /**
   * So many looks are made whenever asked for, later ones each tenth time: all classes are seen.
   */
  private static final int EAGER_LOOKS = 60;

  private static final int LATER_EVERY = 10;

  private record Known(WeakReference<Class<?>> storage, WeakReference<?> source) {}

  private final Instrumentation instrumentation;
  private final Consumer<String> log;
  private final List<Known> known = new ArrayList<>();
  private boolean otherAgent;
  private int asked;

  public TraceSources(Instrumentation instrumentation, Consumer<String> log) {
    this.instrumentation = instrumentation;
    this.log = log;
  }

  /** Looks for contexts that have come into use since; to be called every second. */
  public void look() {
    boolean due = ++asked <= EAGER_LOOKS || asked % LATER_EVERY == 0;
    if (due && !otherAgent) {
      lookAtAllClasses();
    }
  }

  private void lookAtAllClasses() {
    known.removeIf(one -> one.storage().refersTo(null));
    for (Class<?> type : LoadedClasses.of(instrumentation)) {
      if (type.getModifiers() == MODIFIERS_OF_STORAGE) {
        String name = type.getName();
        if (name.equals(OTHER_AGENT + STORAGE_CLASS)) {
          known.clear();
          otherAgent = true;
          add(type, OTHER_AGENT);
          break;
        } else if (name.equals(STORAGE_CLASS) && isNew(type)) {
          add(type, "");
        }
      }
    }
    CurrentTrace.use(known.stream().map(Known::source).toArray(WeakReference<?>[]::new));
  }

  private boolean isNew(Class<?> storage) {
    return known.stream().noneMatch(one -> one.storage().refersTo(storage));
  }

  private void add(Class<?> storage, String prefix) {
    WeakReference<?> source = new WeakReference<>(null);
    try {
      Supplier<?> reader = SpanReaderLoader.reader(storage.getClassLoader(), prefix);
      ANCHOR.get(storage).set(reader);
      source = new WeakReference<>(reader);
    } catch (IOException | ReflectiveOperationException | LinkageError unusable) {
      log.accept("events carry no trace ids, OpenTelemetry's context is not usable: " + unusable);
    }
    known.add(new Known(new WeakReference<>(storage), source));
  }

  /** Lets go of the application's classes, and lets them go of ours. */
  public void close() {
    CurrentTrace.use(new WeakReference<?>[0]);
    for (Known one : known) {
      Class<?> storage = one.storage().get();
      if (storage != null) {
        ANCHOR.remove(storage);
      }
    }
    known.clear();
  }
}
