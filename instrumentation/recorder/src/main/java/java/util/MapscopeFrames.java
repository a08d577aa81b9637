package java.util;

import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * One look at the stack for the place that a map belongs to: the first frame outside the JDK's
 * collections, outside well-known factories, and outside the constructors of the map's own class.
 *
 * <p>Used by one thread, once. A frame of the JDK that is not plumbing (not a collection, stream,
 * reflection or serialization) means that the map is the JDK's own. The set or properties class
 * around the map that the user wrote is noticed on the way.
 */
final class MapscopeFrames implements Function<Stream<StackWalker.StackFrame>, MapscopeFrames> {
  private static final int MAX_FRAMES = 128;
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** Factories whose frames say nothing about who owns the map. */
  private static final String[] FACTORIES = {
    "com.google.common.collect.",
    "org.apache.commons.collections4.",
    "org.springframework.util.CollectionUtils",
    "kotlin.collections.",
    "scala.collection.",
    "it.unimi.dsi.fastutil.",
  };

  private static final String[] PLUMBING = {
    "java.lang.reflect.",
    "jdk.internal.reflect.",
    "java.util.stream.",
    "java.util.function.",
    "java.io.Object",
    "java.util.Collections",
    "java.util.Arrays",
    "java.util.Optional",
    "java.util.Spliterators",
    "java.util.Mapscope",
    "java.util.concurrent.Mapscope",
    "java.security.AccessController",
  };

  /** What users call the caches that Caffeine and Guava make, longest ending first. */
  private static final String[] CACHES = {
    "AsyncLoadingCache", "AsyncCache", "LoadingCache", "Cache",
  };

  private final Class<?> mapClass;
  private final boolean tracked;
  private final boolean inUse;

  /** The set or properties class the user wrote, or the map's own class. */
  String shownClass;

  /** The owner's frame; null when the stack is the JDK's from top to bottom. */
  StackWalker.StackFrame owner;

  boolean ownerIsJdk;

  /** The map is a part of a library's map that is itself recorded. */
  boolean ownerIsLibrary;

  private MapscopeFrames(Object map, boolean inUse) {
    this.mapClass = map.getClass();
    this.tracked = map instanceof MapscopeTracked;
    this.inUse = inUse;
    this.shownClass = mapClass.getName();
  }

  /** {@code inUse}: the stack is that of an operation on the map, not of its birth. */
  static MapscopeFrames above(Object map, boolean inUse) {
    return WALKER.walk(new MapscopeFrames(map, inUse));
  }

  @Override
  public MapscopeFrames apply(Stream<StackWalker.StackFrame> frames) {
    Iterator<StackWalker.StackFrame> it =
        ((BaseStream<StackWalker.StackFrame, ?>) frames).iterator();
    for (int n = 0; n < MAX_FRAMES && it.hasNext(); n++) {
      StackWalker.StackFrame frame = it.next();
      if (isOwner(frame)) {
        owner = frame;
        break;
      }
    }
    return this;
  }

  private boolean isOwner(StackWalker.StackFrame frame) {
    Class<?> declaring = frame.getDeclaringClass();
    String name = declaring.getName();
    boolean jdk = isJdk(declaring);
    if (isOwnHierarchy(declaring, jdk, frame)) {
      return false;
    }
    if (isFacade(declaring) && (jdk || isConstructor(frame))) {
      if (isConstructor(frame)) {
        shownClass = name;
      }
      return false;
    }
    if (jdk ? isPlumbing(declaring, name) : startsWithAny(name, FACTORIES)) {
      return false;
    }
    if (tracked && isEmptied(frame, name)) {
      ownerIsLibrary = true;
      return true;
    }
    if (tracked && isOwnLibrary(frame, name)) {
      return false;
    }
    ownerIsLibrary = !tracked && startsWithAny(name, MapscopeSettings.libraries);
    ownerIsJdk = jdk;
    return true;
  }

  /** {@code super(...)} chains of the map's class, and JDK methods of its superclasses. */
  private boolean isOwnHierarchy(Class<?> declaring, boolean jdk, StackWalker.StackFrame frame) {
    if (!declaring.isAssignableFrom(mapClass)
        || (!jdk && !isConstructor(frame) && !(tracked && inUse))) {
      return false;
    }
    if (mapClass == java.util.concurrent.ConcurrentHashMap.class
        && frame.getMethodName().equals("newKeySet")) {
      shownClass = "java.util.concurrent.ConcurrentHashMap$KeySetView";
    }
    return true;
  }

  /** JCTools clears a map by making another and taking its table. */
  private static boolean isEmptied(StackWalker.StackFrame frame, String name) {
    return name.startsWith("org.jctools.maps.") && frame.getMethodName().equals("clear");
  }

  /** Frames of the library that makes a map of its own; the class around it is what users see. */
  private boolean isOwnLibrary(StackWalker.StackFrame frame, String name) {
    if (name.startsWith("java.lang.invoke.")) {
      return true; // Caffeine makes its caches by method handles
    }
    if (!MapscopeSettings.isMapLibrary(name)) {
      return false;
    }
    if (isConstructor(frame)) {
      shownClass = shownName(name);
    }
    return true;
  }

  /** The cache interface that stands behind an implementation's name, or that name. */
  private static String shownName(String name) {
    int dot = name.lastIndexOf('.');
    for (String cache : CACHES) {
      if (name.endsWith(cache)) {
        return name.substring(0, dot + 1).concat(cache);
      }
    }
    return name;
  }

  private static boolean isConstructor(StackWalker.StackFrame frame) {
    return frame.getMethodName().equals("<init>");
  }

  private static boolean isFacade(Class<?> type) {
    return HashSet.class.isAssignableFrom(type)
        || Properties.class.isAssignableFrom(type)
        || NavigableSet.class.isAssignableFrom(type) && isNavigableFacade(type);
  }

  /** Apart, so that programs without such sets need not load and weave the two classes. */
  private static boolean isNavigableFacade(Class<?> type) {
    return TreeSet.class.isAssignableFrom(type)
        || ConcurrentSkipListSet.class.isAssignableFrom(type);
  }

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static boolean isPlumbing(Class<?> type, String name) {
    return startsWithAny(name, PLUMBING) || isCollectionPart(type);
  }

  /** Collections, maps, and the views and iterators nested in them. */
  private static boolean isCollectionPart(Class<?> type) {
    Class<?> host = type.getNestHost();
    return Map.class.isAssignableFrom(host)
        || Collection.class.isAssignableFrom(host)
        || Map.class.isAssignableFrom(type)
        || Collection.class.isAssignableFrom(type);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
