package io.mapscope.shop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class QueryParametersTest {
  @Test
  void parse_encodedPairs_areDecoded() {
    QueryParameters query = QueryParameters.parse("q=red+lamp%3D1&flag&limit=5&limit=7");

    assertThat(query.text("q", "")).isEqualTo("red lamp=1");
    assertThat(query.text("flag", "absent")).isEmpty();
    assertThat(query.number("limit", 1, 1, 10)).isEqualTo(7);
  }

  @Test
  void parse_nothing_givesFallbacks() {
    assertThat(QueryParameters.parse(null).text("q", "none")).isEqualTo("none");
    assertThat(QueryParameters.parse("").number("limit", 3, 1, 10)).isEqualTo(3);
  }

  @Test
  void parse_brokenEncoding_isRefused() {
    assertThatThrownBy(() -> QueryParameters.parse("q=%zz"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot decode \"%zz\"");
  }
}
