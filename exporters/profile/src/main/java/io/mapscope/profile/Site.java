package io.mapscope.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place in the application's code that a group of maps is known by.
 *
 * @param className binary name of the class, {@code com.acme.Routes$Table}; a name in parentheses
 *     when there is no frame
 * @param method name of the method, empty when there is no frame
 * @param line source line from 1, or -1 when unknown (any negative value becomes -1)
 * @param field the field that the map is stored in, {@code com.acme.Routes.table}, or null when
 *     none was seen
 * @param kind what the frame means
 */
public record Site(
    String className, String method, int line, @Nullable String field, SiteKind kind) {

  /** The value of {@link #line} when the line is not known. */
  public static final int UNKNOWN_LINE = -1;

  /** Checks that nothing but the field is null. */
  public Site {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(kind, "kind");
    line = Math.max(line, UNKNOWN_LINE);
  }

  /** The site that takes all maps beyond the cap on sites. */
  public static Site overflow() {
    return new Site("(overflow)", "", UNKNOWN_LINE, null, SiteKind.OVERFLOW);
  }

  /** The site of maps whose place could not be found. */
  public static Site unknown() {
    return new Site("(unknown)", "", UNKNOWN_LINE, null, SiteKind.UNKNOWN);
  }

  /** The frame as text: {@code com.acme.Routes.load:42}, without what is not known. */
  public String frame() {
    String place = method.isEmpty() ? className : className + "." + method;
    return line == UNKNOWN_LINE ? place : place + ":" + line;
  }
}
