package io.mapscope.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MapscopePresence;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

/**
 * Defines the recorder's classes into java.base, before anything is woven.
 *
 * <p>Through a private lookup of a class that is there already, so that neither the boot class path
 * is appended to (which would turn class-data sharing off for the application) nor Unsafe is
 * needed.
 */
public final class RecorderInstaller {
  /** The recorder's classes; a test compares the list with what the recorder is made of. */
  static final List<String> CLASSES =
      List.of(
          "java.util.MapscopeGate",
          "java.util.MapscopeCost",
          "java.util.MapscopeFamilies",
          "java.util.MapscopeErrors",
          "java.util.MapscopeSettings",
          "java.util.MapscopeOperation",
          "java.util.MapscopeThreads",
          "java.util.MapscopeCellFront",
          "java.util.MapscopeCellOwner",
          "java.util.MapscopeCellPadding",
          "java.util.MapscopeCellCounters",
          "java.util.MapscopeCell",
          "java.util.MapscopeSite",
          "java.util.MapscopeSites",
          "java.util.MapscopeLayout",
          "java.util.MapscopeBuckets",
          "java.util.MapscopeTally",
          "java.util.MapscopeProbe",
          "java.util.MapscopeTracked",
          "java.util.MapscopeView",
          "java.util.MapscopeSlots",
          "java.util.MapscopeOwners$Entry",
          "java.util.MapscopeOwners",
          "java.util.concurrent.MapscopeConcurrentSizes",
          "java.util.MapscopeSizes",
          "java.util.MapscopeNature",
          "java.util.MapscopeSpread",
          "java.util.MapscopeMonitors",
          "java.util.concurrent.MapscopeBins",
          "java.util.MapscopeReentry",
          "java.util.MapscopeFrames",
          "java.util.MapscopeFact",
          "java.util.MapscopeListener",
          "java.util.MapscopeAllocation",
          "java.util.MapscopeParts",
          "java.util.concurrent.MapscopeConcurrentSpecimens",
          "java.util.MapscopeSpecimens",
          "java.util.MapscopeFacts",
          "java.util.MapscopeStack",
          "java.util.MapscopeOverlap",
          "java.util.MapscopeSamples",
          "java.util.MapscopeTurns",
          "java.util.MapscopeWaited",
          "java.util.MapscopeContents",
          "java.util.MapscopeBinLook",
          "java.util.MapscopeKeys",
          "java.util.MapscopeHotKeys",
          "java.util.MapscopeKeyWriters",
          "java.util.MapscopePlace",
          "java.util.MapscopeCompound",
          "java.util.MapscopeWatch",
          "java.util.MapscopeAdoption",
          "java.util.MapscopeWriters",
          "java.util.MapscopeModification",
          "java.util.MapscopeTraversal",
          "java.util.MapscopeTraversals",
          "java.util.MapscopeCounts",
          "java.util.MapscopeTiming$Sample",
          "java.util.MapscopeTiming$Cursor",
          "java.util.MapscopeTiming",
          "java.util.MapscopePace",
          "java.util.MapscopeFunctions",
          "java.util.MapscopeNesting",
          "java.util.MapscopeThreadAllocation",
          "java.util.MapscopeSpan",
          "java.util.MapscopeSpans",
          "java.util.MapscopeFormat",
          "java.util.MapscopeSerialized",
          "java.util.MapscopeTallies",
          "java.util.MapscopeCopies",
          "java.util.MapscopeStreams$Made",
          "java.util.MapscopeStreams",
          "java.util.MapscopeSerializations$JavaStream",
          "java.util.MapscopeSerializations$ProtobufMap",
          "java.util.MapscopeSerializations",
          "java.util.MapscopeContention",
          "java.util.MapscopeLockAccount",
          "java.util.MapscopeLockWait",
          "java.util.MapscopeLocks",
          "java.lang.MapscopeLiveFrames$Visitor",
          "java.lang.MapscopeLiveFrames",
          "java.util.concurrent.locks.MapscopeHolds",
          "java.util.MapscopeHeldLock",
          "java.util.MapscopeLockFields",
          "java.util.MapscopeHeldLocks",
          "java.util.MapscopeFunction",
          "java.util.MapscopeCalibration",
          "java.util.MapscopeRehearsal",
          "java.util.MapscopePresence",
          "java.util.MapscopeRenewal",
          "java.util.MapscopeViewPatch",
          "java.util.MapscopeViewGuard",
          "java.util.MapscopeViews");

  private static final List<String> PRELOADED =
      List.of(
          "java.util.TreeMap",
          "java.util.WeakHashMap",
          "java.util.IdentityHashMap",
          "java.util.EnumMap",
          "java.util.Hashtable",
          "java.util.concurrent.ConcurrentNavigableMap",
          "java.util.concurrent.locks.StampedLock",
          "java.lang.LiveStackFrame$PrimitiveSlot",
          "java.util.ArrayList$ArrayListSpliterator",
          "java.util.PriorityQueue",
          "java.util.Spliterators$ArraySpliterator",
          "java.util.UUID",
          "java.util.Vector");

  /** Their initialisers ask for classes of the JDK that most programs do without at start. */
  private static final List<String> INITIALISED_LATER =
      List.of("java.util.MapscopeSerializations$JavaStream");

  private static final String INSTRUMENT_MODULE = "java.instrument";

  /** The one class of the recorder's that is fitted to the JVM. */
  public static final String FITTED = "java.util.MapscopeThreads";

  private static final int FIRST_WITH_CARRIERS = 21;

  private RecorderInstaller() {}

  /** Whether a Mapscope is in this JVM already. */
  public static boolean isInstalled() {
    try {
      Class.forName("java.util.MapscopeGate", false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * Defines and initialises the recorder, or takes over the one that an earlier agent has left.
   *
   * @throws IOException if a class file of the recorder is missing from the agent
   * @throws ReflectiveOperationException if java.base cannot be opened or refuses a class
   * @throws OtherRecorder if there is one that this agent cannot use; it stays as it is
   */
  public static void install(Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException, OtherRecorder {
    boolean present = isInstalled();
    openJavaBase(instrumentation);
    List<byte[]> files = classFiles();
    if (present) {
      RecorderUpgrade.apply(instrumentation, CLASSES, files, fingerprint(files));
    } else {
      define(files);
      MapscopePresence.fingerprint = fingerprint(files);
    }
    for (String name : CLASSES) {
      Class.forName(name, !INITIALISED_LATER.contains(name), null);
    }
    loadWhatTheRecorderAsksFor();
    // ConcurrentHashMap loads it under contention only, in the middle of an operation; a woven one
    // would then be asked for by its own loading (JDK-8164165).
    ThreadLocalRandom.current();
  }

  /** In the order of {@link #CLASSES}, fit for this JVM. */
  private static List<byte[]> classFiles() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name : CLASSES) {
      files.add(fitting(name, read(name)));
    }
    return files;
  }

  /** Tells recorders apart: a checksum and a length, because a digest would load its providers. */
  private static long fingerprint(List<byte[]> files) {
    CRC32 sum = new CRC32();
    long length = 0;
    for (byte[] file : files) {
      sum.update(file);
      length += file.length;
    }
    return length << Integer.SIZE | sum.getValue();
  }

  private static void define(List<byte[]> files) throws IllegalAccessException {
    MethodHandles.Lookup ours = MethodHandles.lookup();
    MethodHandles.Lookup lang = MethodHandles.privateLookupIn(Object.class, ours);
    MethodHandles.Lookup util = MethodHandles.privateLookupIn(AbstractMap.class, ours);
    MethodHandles.Lookup concurrent = MethodHandles.privateLookupIn(ConcurrentHashMap.class, ours);
    MethodHandles.Lookup locks = MethodHandles.privateLookupIn(ReentrantLock.class, ours);
    for (int i = 0; i < files.size(); i++) {
      String name = CLASSES.get(i);
      MethodHandles.Lookup neighbour =
          switch (name.substring(0, name.lastIndexOf('.'))) {
            case "java.lang" -> lang;
            case "java.util" -> util;
            case "java.util.concurrent" -> concurrent;
            case "java.util.concurrent.locks" -> locks;
            default -> throw new IllegalArgumentException(name);
          };
      neighbour.defineClass(files.get(i));
    }
  }

  private static byte[] fitting(String name, byte[] classFile) throws IOException {
    if (!name.equals(FITTED) || Runtime.version().feature() < FIRST_WITH_CARRIERS) {
      return classFile;
    }
    byte[] before = Prewoven.read(name, classFile);
    return before == null ? CarrierThreads.fit(classFile) : before;
  }

  /**
   * The recorder asks "is it a TreeMap?" inside every kind of map, and "is it a UUID?" of keys:
   * were the class first loaded then, a transformer of it, ours or another agent's, that uses a map
   * would have it asked for by its own loading (ClassCircularityError).
   */
  private static void loadWhatTheRecorderAsksFor() throws ClassNotFoundException {
    for (String name : PRELOADED) {
      Class.forName(name, true, null);
    }
  }

  private static void openJavaBase(Instrumentation instrumentation) {
    Module us = RecorderInstaller.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(ModuleLayer.boot().findModule(INSTRUMENT_MODULE).orElseThrow()),
        Map.of(),
        Map.of(
            "java.lang", Set.of(us),
            "java.util", Set.of(us),
            "java.util.concurrent", Set.of(us),
            "java.util.concurrent.locks", Set.of(us)),
        Set.of(),
        Map.of());
  }

  /** The class file of one of the recorder's classes, as it was compiled. */
  public static byte[] read(String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    ClassLoader loader = RecorderInstaller.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + resource);
      }
      return in.readAllBytes();
    }
  }
}
