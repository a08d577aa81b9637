package io.mapscope.advisor;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;

/** Phrases that findings share. */
public final class Words {

  private Words() {}

  /**
   * The map by field, class and line: {@code Trail.events (SynchronizedMap(HashMap), made at
   * com.acme.Trail.<init>:44)}.
   */
  public static String map(MapProfile map) {
    String verb = map.site().kind() == SiteKind.FIRST_USE ? ", first used at " : ", made at ";
    return Names.map(map)
        + " ("
        + Names.mapClass(map)
        + verb
        + Printable.of(map.site().frame())
        + ")";
  }

  /** {@code com.acme.Routes.lock} as {@code Routes.lock}. */
  public static String field(String field) {
    int dot = field.lastIndexOf('.');
    return dot < 0
        ? Printable.of(field)
        : Names.simple(field.substring(0, dot)) + Printable.of(field.substring(dot));
  }

  /** A frame of the application as text that is safe to print. */
  public static String frame(String frame) {
    return Printable.of(frame);
  }
}
