package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OtlpMetricsTest {
  private static final int NUMBER_POINT_ATTRIBUTES = 7;

  @Test
  void of_sumGaugeAndHistogram_countsPointsAndSeries() {
    final byte[] number = field(NUMBER_POINT_ATTRIBUTES, attribute("a", "b"));
    final byte[] histogram = field(6, new byte[4 * Long.BYTES]);
    final byte[] metrics =
        join(
            field(
                2,
                join(
                    field(1, text("counted")), field(7, join(field(1, number), field(1, number))))),
            field(2, join(field(1, text("seen")), field(5, field(1, number)))),
            field(2, join(field(1, text("spread")), field(9, field(1, histogram)))),
            field(2, field(1, text("empty"))));
    final OtlpMetrics read = OtlpMetrics.of(request("jvm-1", metrics));
    assertThat(read.instance()).isEqualTo("jvm-1");
    assertThat(read.points()).isEqualTo(4);
    assertThat(read.series()).isEqualTo(3 + 4 + 2);
    assertThat(read.names()).containsExactlyInAnyOrder("counted", "seen", "spread");
    assertThat(read.overflows()).isZero();
  }

  @Test
  void of_pointOfTheOverflow_countsIt() {
    final byte[] point = field(NUMBER_POINT_ATTRIBUTES, attribute("otel.metric.overflow", "true"));
    final byte[] metrics = field(2, join(field(1, text("counted")), field(7, field(1, point))));
    assertThat(OtlpMetrics.of(request("jvm-1", metrics)).overflows()).isEqualTo(1);
  }

  @Test
  void of_lengthBeyondTheMessage_isRefused() {
    assertThatThrownBy(() -> OtlpMetrics.of(new byte[] {1 << 3 | 2, 100}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 bytes");
  }

  private static byte[] request(String instance, byte[] metrics) {
    final byte[] resource = field(1, field(1, attribute("service.instance.id", instance)));
    return field(1, join(resource, field(2, metrics)));
  }

  private static byte[] attribute(String key, String value) {
    return join(field(1, text(key)), field(2, field(1, text(value))));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A field with a length, as protobuf has it. */
  private static byte[] field(int number, byte[] content) {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number << 3 | 2);
    int length = content.length;
    while (length > 127) {
      out.write(length & 127 | 128);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (final byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
