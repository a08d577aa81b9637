package io.mapscope.profile.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Hostile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Whatever a file holds, it is read as a report or refused in one line. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ReportJsonFuzzTest {

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private static final String WHOLE =
      ReportJson.toJson(ReportSamples.shop().withFindings(FindingSamples.proven()));

  private static final List<MatchResult> TOKENS =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-0-9.eE+]++|[\\[\\]{},:]|true|false|null")
          .matcher(WHOLE)
          .results()
          .toList();

  private static final List<String> ODD_TOKENS =
      List.of(
          "",
          "null",
          "true",
          "-1",
          "0.5",
          "1e400",
          "-1e400",
          "1e999999999",
          "1e-999999999",
          "9223372036854775808",
          "-0",
          "\"\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[[[[[[[[]]]]]]]]]]",
          "{\"schema\":1}",
          ",",
          ":",
          "{",
          "]",
          "\"",
          "\\",
          "\u0000",
          "NaN",
          "9".repeat(500));

  @Test
  void read_tokensChanged_eitherReadsOrSaysWhyInOneLine() {
    Fuzz.cases(4_000, random -> assertReadOrRefused(withOddTokens(random).getBytes(UTF_8)));
  }

  @Test
  void read_bytesChanged_eitherReadsOrSaysWhyInOneLine() {
    byte[] whole = WHOLE.getBytes(UTF_8);
    Fuzz.cases(
        1_000,
        random -> {
          byte[] damaged = whole.clone();
          for (int hits = random.nextInt(1, 8); hits > 0; hits--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          assertReadOrRefused(damaged);
        });
  }

  @Test
  void read_hostileReport_isWhatWasWritten() {
    Fuzz.cases(
        150,
        random -> {
          Report report = Hostile.report(random);
          String json = ReportJson.toJson(report);

          assertThat(ReportJson.read(json.getBytes(UTF_8))).isEqualTo(report);
          assertThat(json)
              .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|[\\u2028\\u2029\\x7f-\\x9f]");
        });
  }

  private static String withOddTokens(Random random) {
    StringBuilder text = new StringBuilder(WHOLE);
    MatchResult token = TOKENS.get(random.nextInt(TOKENS.size()));
    String odd = ODD_TOKENS.get(random.nextInt(ODD_TOKENS.size()));
    text.replace(token.start(), token.end(), odd);
    if (random.nextInt(4) == 0) {
      int from = random.nextInt(text.length());
      text.delete(from, Math.min(text.length(), from + random.nextInt(200)));
    }
    return text.toString();
  }

  private static void assertReadOrRefused(byte[] utf8) {
    try {
      Report report = ReportJson.read(utf8);
      assertThat(ReportJson.toJson(report)).isNotEmpty();
    } catch (MalformedReport refusal) {
      assertThat(refusal.getMessage())
          .isNotBlank()
          .hasSizeLessThan(500)
          .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
    }
  }
}
