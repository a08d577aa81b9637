package io.mapscope.weaver;

import com.sun.tools.attach.VirtualMachine;
import io.mapscope.weaver.family.Families;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeCell;
import java.util.MapscopeGate;
import java.util.MapscopeOperation;
import java.util.MapscopeSettings;
import java.util.MapscopeTally;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * This very JVM, woven: it attaches to itself. The recorder is in java.base already, put there by
 * {@code --patch-module}, so that tests can read its tallies.
 */
public final class WovenJvm {
  private static @Nullable Instrumentation instrumentation;
  private static @Nullable Weaver weaver;

  private WovenJvm() {}

  /** Called by the JVM when it has attached to itself. */
  public static void agentmain(String options, Instrumentation given) {
    instrumentation = given;
  }

  static synchronized Weaver weave() throws Exception {
    if (weaver == null) {
      ConcurrentHashMap.newKeySet();
      attach();
      Weaver fresh = new Weaver(Families.all());
      if (instrumentation == null) {
        throw new IllegalStateException("the JVM did not attach to itself");
      }
      fresh.install(instrumentation);
      MapscopeGate.setAll(true);
      weaver = fresh;
    }
    return weaver;
  }

  /** Does what the agent's beat does. */
  static synchronized void weaveWanted() {
    if (weaver == null || instrumentation == null) {
      throw new IllegalStateException("not woven");
    }
    List<Refusal> refused = weaver.weaveWanted(instrumentation);
    if (!refused.isEmpty()) {
      throw new IllegalStateException(refused.toString());
    }
  }

  private static void attach() throws Exception {
    Path jar = Files.createTempFile("self", ".jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", WovenJvm.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    try {
      self.loadAgent(jar.toString());
    } finally {
      self.detach();
      Files.delete(jar);
    }
  }

  /** Makes the next map get a probe of its own. */
  static void allowWalks() {
    MapscopeSettings.walks = 1_000;
    MapscopeSettings.include = new String[] {"io.mapscope.*"};
  }

  /** The tally of {@code map}, which must have been made since {@link #allowWalks}. */
  static MapscopeTally tallyOf(Object map) {
    for (MapscopeTally tally = MapscopeTally.takeNewborn(); tally != null; tally = tally.next) {
      if (tally.refersTo(map)) {
        return tally;
      }
    }
    throw new IllegalStateException("no tally for a " + map.getClass().getName());
  }

  /** The tally made last since {@link #allowWalks}, for maps that a test cannot reach. */
  static MapscopeTally takeOnlyNewborn() {
    MapscopeTally tally = MapscopeTally.takeNewborn();
    if (tally == null) {
      throw new IllegalStateException("no map was born");
    }
    return tally;
  }

  /** Places for cells in the table of {@code tally}. */
  static int cellTableLength(MapscopeTally tally) throws ReflectiveOperationException {
    return table(tally).length;
  }

  /** The cell of the current thread on {@code tally}, as if its id were {@code id}. */
  static MapscopeCell cellOf(MapscopeTally tally, long id) throws ReflectiveOperationException {
    Method cellOf = MapscopeTally.class.getDeclaredMethod("cellOf", Thread.class, long.class);
    cellOf.setAccessible(true);
    return (MapscopeCell) cellOf.invoke(tally, Thread.currentThread(), id);
  }

  /** The cells from the place where {@code id} looks first to the next empty one. */
  static List<MapscopeCell> places(MapscopeTally tally, long id)
      throws ReflectiveOperationException {
    MapscopeCell[] table = table(tally);
    List<MapscopeCell> places = new ArrayList<>();
    int i = (int) id & (table.length - 1);
    while (table[i].owner != 0) {
      places.add(table[i]);
      i = (i + 1) & (table.length - 1);
    }
    return places;
  }

  private static MapscopeCell[] table(MapscopeTally tally) throws ReflectiveOperationException {
    Field table = MapscopeTally.class.getDeclaredField("table");
    table.setAccessible(true);
    return (MapscopeCell[]) table.get(tally);
  }

  /** What is counted, by name of the vocabulary; nothing for zero. */
  static Map<String, Long> counts(MapscopeTally tally, String[] names) {
    long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < MapscopeOperation.COUNT; i++) {
      if (row[i] != 0) {
        counts.put(names[i], row[i]);
      }
    }
    return counts;
  }
}
