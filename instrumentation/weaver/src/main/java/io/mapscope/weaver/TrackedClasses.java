package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeReentry;
import java.util.MapscopeTracked;
import org.jspecify.annotations.Nullable;

/**
 * The map classes that are not the JDK's, and what is nested in them: woven when they are loaded,
 * by whatever loader, or never, because a class that is loaded can get no field.
 *
 * <p>Asked for every class that any thread loads: looks the name up in a sorted array and takes no
 * lock on the way, since the superclasses of a user's map are read by the application's loader.
 * Keeps names only, so no loader is kept alive.
 */
public final class TrackedClasses {
  private final NameFilter targets = new NameFilter();
  private final String[] internalNames;
  private final TrackedMap[] maps;
  private final List<String> ofUsers = new ArrayList<>();
  private final WovenClasses classes = new WovenClasses();

  /**
   * Describes what to weave.
   *
   * @param libraries classes of libraries, whose shape is known
   * @param users names of classes of which no more is known than that they implement Map
   */
  public TrackedClasses(List<TrackedMap> libraries, List<String> users) {
    List<TrackedMap> all = new ArrayList<>(libraries);
    for (String user : users) {
      all.add(TrackedMap.of(user));
      ofUsers.add(user.replace('.', '/'));
    }
    internalNames = new String[all.size()];
    for (int i = 0; i < internalNames.length; i++) {
      targets.add(all.get(i).className());
      internalNames[i] = all.get(i).className().replace('.', '/');
    }
    Arrays.sort(internalNames);
    maps = new TrackedMap[internalNames.length];
    for (TrackedMap map : all) {
      maps[Arrays.binarySearch(internalNames, map.className().replace('.', '/'))] = map;
    }
  }

  WovenClasses classes() {
    return classes;
  }

  /** Says of each class that was loaded before the agent why it is left alone. */
  void refuseLoaded(Class<?>[] loaded) {
    if (internalNames.length == 0) {
      return;
    }
    for (Class<?> type : loaded) {
      String name = type.getName();
      TrackedMap map = targets.mayHave(name) ? exactly(name.replace('.', '/')) : null;
      if (map != null && map.isMap() && !MapscopeTracked.class.isAssignableFrom(type)) {
        classes.refused(
            type.getName(),
            "it was loaded before the agent came; start the JVM with -javaagent to record it");
      }
    }
  }

  /**
   * The woven class file, or null for a class to be left as it is.
   *
   * @param redefined null at loading; a class that was woven then is woven again
   */
  byte @Nullable [] weave(
      ClassLoader loader, String internalName, @Nullable Class<?> redefined, byte[] classFile) {
    if (internalNames.length == 0) {
      return null;
    }
    TrackedMap map = exactly(internalName);
    TrackedMap around = map == null || map.isPart() ? enclosing(internalName) : null;
    if ((map == null && around == null)
        || (redefined != null && !classes.isWoven(redefined.getName()))) {
      return null;
    }
    int work = MapscopeReentry.beginWork();
    try {
      byte[] result = weave(map, around, loader, internalName, classFile);
      if (result != null) {
        classes.woven(internalName.replace('/', '.'));
      }
      return result;
    } catch (UnknownShape shape) {
      classes.refused(internalName.replace('/', '.'), String.valueOf(shape.getMessage()));
    } catch (Throwable problem) {
      classes.refused(internalName.replace('/', '.'), problem.toString());
    } finally {
      MapscopeReentry.endWork(work);
    }
    return null;
  }

  private byte @Nullable [] weave(
      @Nullable TrackedMap map,
      @Nullable TrackedMap around,
      ClassLoader loader,
      String internalName,
      byte[] classFile)
      throws UnknownShape {
    if (around != null) {
      return ViewWeaving.weave(
          map == null ? around : map, around.className().replace('.', '/'), classFile);
    }
    if (map == null) {
      return null;
    }
    Lineage lineage = Lineage.NONE;
    if (ofUsers.contains(internalName)) {
      lineage = Lineage.of(classFile, loader, this::carriesProbe);
    }
    return TrackedWeaving.weave(map, lineage, classFile);
  }

  private boolean carriesProbe(String internalName) {
    TrackedMap map = exactly(internalName);
    return map != null && map.isMap();
  }

  private @Nullable TrackedMap exactly(String internalName) {
    int i = Arrays.binarySearch(internalNames, internalName);
    return i < 0 ? null : maps[i];
  }

  /** The map that a class is nested in by its name, however deep. */
  private @Nullable TrackedMap enclosing(String internalName) {
    for (int end = internalName.lastIndexOf('$'); end > 0; ) {
      TrackedMap map = exactly(internalName.substring(0, end));
      if (map != null && map.isMap()) {
        return map;
      }
      end = internalName.lastIndexOf('$', end - 1);
    }
    return null;
  }
}
