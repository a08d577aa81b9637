package io.mapscope.metrics;

import io.mapscope.profile.MapProfile;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The attributes that a site is known by in metrics: without what differs from run to run (numbers
 * and addresses in the names of classes that the JVM and frameworks make), which would make a new
 * series of every start. Sites that are equal then are one.
 */
final class SiteNames {

  /** The field of maps for which none was seen; an empty value is none to Prometheus. */
  static final String UNKNOWN_FIELD = "unknown";

  /** {@code A$$Lambda/0x00007f1c}, {@code A$$Lambda$14/1234}: of a class that a lambda became. */
  private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[$/0-9a-fA-Fx]*");

  /** {@code A/0x00007f1c.1}: of any hidden class. */
  private static final Pattern HIDDEN = Pattern.compile("/0x[0-9a-fA-F]+(\\.\\d+)?");

  /** {@code $Proxy12}, {@code GeneratedMethodAccessor7}, {@code A$$SpringCGLIB$$0}. */
  private static final Pattern NUMBERED =
      Pattern.compile("(\\$Proxy|Generated\\w*Accessor|CGLIB\\$\\$)[0-9a-f]+");

  private SiteNames() {}

  static Map<MetricAttribute, String> of(MapProfile map) {
    String field = map.site().field();
    return Attributes.site(
        stable(map.mapClass()),
        stable(map.site().frame()),
        field == null ? UNKNOWN_FIELD : stable(field));
  }

  static String stable(String name) {
    String lambdas = LAMBDA.matcher(name).replaceAll("\\$\\$Lambda");
    String hidden = HIDDEN.matcher(lambdas).replaceAll("");
    return NUMBERED.matcher(hidden).replaceAll("$1");
  }
}
