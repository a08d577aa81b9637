package io.mapscope.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Builds the attributes of points; the maps are unmodifiable and in the order of the enum. */
final class Attributes {

  /** Stands for all sites that have no name of their own, and for their classes and fields. */
  static final String OTHER = "other";

  static final Map<MetricAttribute, String> OTHER_SITES = site(OTHER, OTHER, OTHER);

  private Attributes() {}

  static Map<MetricAttribute, String> site(String mapClass, String site, String field) {
    Map<MetricAttribute, String> attributes = new EnumMap<>(MetricAttribute.class);
    attributes.put(MetricAttribute.MAP_CLASS, mapClass);
    attributes.put(MetricAttribute.MAP_SITE, site);
    attributes.put(MetricAttribute.MAP_FIELD, field);
    return Collections.unmodifiableMap(attributes);
  }

  static Map<MetricAttribute, String> with(
      Map<MetricAttribute, String> some, MetricAttribute attribute, String value) {
    Map<MetricAttribute, String> attributes = new EnumMap<>(MetricAttribute.class);
    attributes.putAll(some);
    attributes.put(attribute, value);
    return Collections.unmodifiableMap(attributes);
  }

  /** Which site these attributes are of; nothing for those of the agent itself. */
  static Map<MetricAttribute, String> siteOf(Map<MetricAttribute, String> attributes) {
    Map<MetricAttribute, String> site = new EnumMap<>(MetricAttribute.class);
    for (MetricAttribute attribute : OTHER_SITES.keySet()) {
      String value = attributes.get(attribute);
      if (value != null) {
        site.put(attribute, value);
      }
    }
    return site;
  }

  /** These attributes with the name of {@code site} in place of theirs. */
  static Map<MetricAttribute, String> renamed(
      Map<MetricAttribute, String> attributes, Map<MetricAttribute, String> site) {
    Map<MetricAttribute, String> renamed = new EnumMap<>(attributes);
    renamed.putAll(site);
    return Collections.unmodifiableMap(renamed);
  }
}
