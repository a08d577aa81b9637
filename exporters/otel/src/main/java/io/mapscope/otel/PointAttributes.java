package io.mapscope.otel;

import io.mapscope.metrics.MetricAttribute;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.EnumMap;
import java.util.Map;

/** The attributes of points as OpenTelemetry's. */
final class PointAttributes {

  private static final Map<MetricAttribute, AttributeKey<String>> KEYS =
      new EnumMap<>(MetricAttribute.class);

  static {
    for (MetricAttribute attribute : MetricAttribute.values()) {
      KEYS.put(attribute, AttributeKey.stringKey(attribute.key()));
    }
  }

  private PointAttributes() {}

  static Attributes of(Map<MetricAttribute, String> attributes) {
    AttributesBuilder builder = Attributes.builder();
    attributes.forEach((attribute, value) -> builder.put(key(attribute), value));
    return builder.build();
  }

  static AttributeKey<String> key(MetricAttribute attribute) {
    AttributeKey<String> key = KEYS.get(attribute);
    if (key == null) {
      throw new AssertionError("no key for " + attribute);
    }
    return key;
  }
}
