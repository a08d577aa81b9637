package io.mapscope.profile.text;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import java.util.List;
import java.util.Locale;

/** Short names of maps and classes, safe to print. */
public final class Names {

  private static final String JDK_PREFIX = "java.";

  private Names() {}

  /** {@code HashMap}, {@code SynchronizedMap(HashMap)}, {@code Cache.Table}. */
  public static String mapClass(MapProfile map) {
    String wraps = map.wraps();
    String name = simple(map.mapClass());
    return wraps == null ? name : name + "(" + simple(wraps) + ")";
  }

  /** What the map is called: its field {@code Routes.table}, or else its {@link #place}. */
  public static String map(MapProfile map) {
    String field = map.site().field();
    if (field == null) {
      return place(map.site());
    }
    int dot = field.lastIndexOf('.');
    return dot < 0
        ? Printable.of(field)
        : simple(field.substring(0, dot)) + Printable.of(field.substring(dot));
  }

  /** {@code Routes.load:42}, with what makes it less than the place of allocation. */
  private static String place(Site site) {
    if (site.kind() == SiteKind.OVERFLOW) {
      return "(all further sites)";
    }
    if (site.kind() == SiteKind.UNKNOWN) {
      return "(site unknown)";
    }
    String line = site.line() == Site.UNKNOWN_LINE ? "" : ":" + site.line();
    String place = simple(site.className()) + "." + Printable.of(site.method()) + line;
    return site.kind() == SiteKind.FIRST_USE ? place + " (first use)" : place;
  }

  /** An operation in words: {@code get hit}, {@code compute if absent present}. */
  public static String operation(String jsonName) {
    return jsonName.replaceAll("(\\p{Upper})", " $1").toLowerCase(Locale.ROOT);
  }

  /**
   * A class without its package: {@code HashMap}, {@code Cache.Table}. Nested classes of the JDK go
   * by their own name, nobody says {@code Collections.SynchronizedMap}.
   */
  public static String simple(String className) {
    String nested = className.substring(className.lastIndexOf('.') + 1);
    int dollar = nested.lastIndexOf('$');
    boolean ofJdk = className.startsWith(JDK_PREFIX) && dollar >= 0;
    return Printable.of(ofJdk ? nested.substring(dollar + 1) : nested.replace('$', '.'));
  }

  /** The top-level classes that {@code classNames} are or are nested in, simple, each once. */
  public static List<String> outermost(List<String> classNames) {
    return classNames.stream()
        .map(name -> name.indexOf('$') > 0 ? name.substring(0, name.indexOf('$')) : name)
        .map(Names::simple)
        .distinct()
        .toList();
  }
}
