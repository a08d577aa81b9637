package java.util;

/**
 * All sites seen so far: an open-addressed table, read without a lock, extended under one.
 *
 * <p>At {@link MapscopeSettings#maxSites} it takes no more: newcomers share {@link #OVERFLOW}.
 */
public final class MapscopeSites {
  /** The one site of all maps beyond the cap. */
  public static final MapscopeSite OVERFLOW =
      new MapscopeSite(
          MapscopeSite.OVERFLOW, "(various)", "(other)", "sites", "", -1, -1, null, true);

  private static final Object LOCK = new Object();
  private static MapscopeSite[] table = new MapscopeSite[256];
  private static int size;

  private MapscopeSites() {}

  static MapscopeSite of(int kind, String mapClass, StackWalker.StackFrame frame, boolean jdk) {
    String className = frame.getClassName();
    String methodName = frame.getMethodName();
    int bci = frame.getByteCodeIndex();
    int hash = hash(mapClass, className, methodName, bci, kind);
    MapscopeSite[] sites = table;
    MapscopeSite found = find(sites, hash, kind, mapClass, className, methodName, bci);
    return found != null ? found : add(hash, kind, mapClass, frame, jdk);
  }

  /** The next agent finds none; maps that keep theirs keep no more than names. */
  static void forget() {
    synchronized (LOCK) {
      for (MapscopeSite site : table) {
        if (site != null) {
          site.notes = null;
        }
      }
      OVERFLOW.notes = null;
      table = new MapscopeSite[256];
      size = 0;
    }
  }

  /** Number of sites, the overflow site not counted. */
  public static int size() {
    synchronized (LOCK) {
      return size;
    }
  }

  private static MapscopeSite find(
      MapscopeSite[] sites,
      int hash,
      int kind,
      String mapClass,
      String className,
      String methodName,
      int bci) {
    int mask = sites.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      MapscopeSite site = sites[i];
      if (site == null || site.is(kind, mapClass, className, methodName, bci)) {
        return site;
      }
    }
  }

  private static MapscopeSite add(
      int hash, int kind, String mapClass, StackWalker.StackFrame frame, boolean jdk) {
    String className = frame.getClassName();
    String methodName = frame.getMethodName();
    int bci = frame.getByteCodeIndex();
    int line = frame.getLineNumber();
    synchronized (LOCK) {
      MapscopeSite found = find(table, hash, kind, mapClass, className, methodName, bci);
      if (found != null) {
        return found;
      }
      if (size >= MapscopeSettings.maxSites) {
        return OVERFLOW;
      }
      MapscopeSite site =
          new MapscopeSite(
              kind,
              mapClass,
              className,
              methodName,
              frame.getDescriptor(),
              bci,
              line,
              frame.getDeclaringClass(),
              MapscopeSettings.tracks(className, jdk));
      insert(site);
      return site;
    }
  }

  private static void insert(MapscopeSite site) {
    if (2 * (size + 1) > table.length) {
      MapscopeSite[] grown = new MapscopeSite[2 * table.length];
      for (MapscopeSite old : table) {
        if (old != null) {
          place(grown, old);
        }
      }
      table = grown;
    }
    place(table, site);
    size++;
  }

  private static void place(MapscopeSite[] sites, MapscopeSite site) {
    int mask = sites.length - 1;
    int i =
        hash(site.mapClass, site.className, site.methodName, site.bytecodeIndex, site.kind) & mask;
    while (sites[i] != null) {
      i = (i + 1) & mask;
    }
    sites[i] = site;
  }

  private static int hash(String mapClass, String className, String methodName, int bci, int kind) {
    int h = mapClass.hashCode();
    h = 31 * h + className.hashCode();
    h = 31 * h + methodName.hashCode();
    h = 31 * h + bci + (kind << 20);
    return h ^ (h >>> 16);
  }
}
