package io.mapscope.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.shop.load.LoadOptions;
import io.mapscope.shop.load.LoadReport;
import io.mapscope.shop.load.LoadRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The load generator against a real shop, and against none. */
final class LoadOnShopTest {
  private final List<String> progress = new ArrayList<>();

  @Test
  void load_onOpenShop_hasNoFailures() throws Exception {
    try (Shop shop = new Shop(0)) {
      LoadReport report = load(shop.url().toString());

      assertThat(report.isClean()).as(report.text()).isTrue();
      assertThat(report.requests()).isGreaterThan(10);
      assertThat(report.text()).contains("requests/s", "p50 ms", "p99 ms", "max ms", " 0 failed");
      assertThat(progress).last().asString().contains("of 2 s", " 0 failed");
    }
  }

  @Test
  void load_onClosedShop_failsAndEndsEarly() throws Exception {
    String url;
    try (Shop shop = new Shop(0)) {
      url = shop.url().toString();
    }

    LoadReport report = load(url);

    assertThat(report.isClean()).isFalse();
    assertThat(report.failures()).isEqualTo(report.requests()).isLessThanOrEqualTo(80);
    assertThat(report.text()).contains("had no answer: java.net.ConnectException");
  }

  private LoadReport load(String url) throws Exception {
    return new LoadRun(new LoadOptions(url, 2, 4, 0, 1), progress::add).run();
  }
}
