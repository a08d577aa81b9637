package io.mapscope.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.report.NodeTools;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page in a real browser: {@code src/test/page/page.test.mjs} under Node.js, driving Chromium;
 * each of its tests is one here. Pictures of what it saw are left in {@code target/page-shots}.
 */
class PageIT {

  private static final int LARGE = 5_000;
  private static final Pattern VERDICT =
      Pattern.compile("^(not )?ok \\d+ - ([^#\\n]*)", Pattern.MULTILINE);

  @TestFactory
  List<DynamicTest> page_inChromium() throws Exception {
    Path modules = NodeTools.modules();
    Path chromium = NodeTools.chromium();
    Path pages = Files.createDirectories(Path.of("target/page-shots").toAbsolutePath());
    write(pages, "shop", Pages.shop());
    write(pages, "hostile", Pages.hostile());
    write(pages, "empty", ReportSamples.empty());
    write(pages, "large", Pages.large(LARGE));
    try (Writer out = Files.newBufferedWriter(pages.resolve("comparison.html"))) {
      HtmlReport.write(Pages.comparison(), out);
    }
    NodeTools.Outcome outcome =
        NodeTools.run(
            List.of(
                "node",
                "--test",
                "--test-reporter=tap",
                Path.of("src/test/page/page.test.mjs").toString()),
            Map.of(
                "MAPSCOPE_MODULES", modules.toString(),
                "MAPSCOPE_CHROMIUM", chromium.toString(),
                "MAPSCOPE_PAGES", pages.toString()));
    Files.writeString(pages.resolve("tests.tap"), outcome.output());
    return tests(outcome);
  }

  private static void write(Path directory, String name, Report report) throws Exception {
    try (Writer out = Files.newBufferedWriter(directory.resolve(name + ".html"))) {
      HtmlReport.write(report, out);
    }
  }

  private static List<DynamicTest> tests(NodeTools.Outcome outcome) {
    String output = outcome.output();
    List<DynamicTest> tests = new ArrayList<>();
    Matcher verdicts = VERDICT.matcher(output);
    while (verdicts.find()) {
      boolean failed = verdicts.group(1) != null;
      String rest = output.substring(verdicts.start());
      tests.add(
          DynamicTest.dynamicTest(
              verdicts.group(2).trim(),
              () -> {
                if (failed) {
                  Assertions.fail(rest);
                }
              }));
    }
    assertThat(tests).as(output).isNotEmpty();
    assertThat(outcome.status() == 0 || output.contains("not ok")).as(output).isTrue();
    return tests;
  }
}
