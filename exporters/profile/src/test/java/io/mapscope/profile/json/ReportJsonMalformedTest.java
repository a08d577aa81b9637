package io.mapscope.profile.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mapscope.profile.ReportSamples;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonMalformedTest {

  private static final String SHOP = ReportJson.toJson(ReportSamples.shop());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``              | the text ends too early (line 1, column 1)",
        "nonsense        | expected a JSON value, found 'n' (line 1, column 1)",
        "{} x            | expected the end of the text, found 'x' (line 1, column 4)",
        "{'a':1}         | expected a property name in double quotes, found ''' (line 1, column 2)",
        "{\"a\" 1}       | expected ':', found '1' (line 1, column 6)",
        "{\"a\":1,}      | expected a property name in double quotes, found '}' (line 1, column 8)",
        "{\"a\":1,\"a\":2} | property \"a\" stands twice in its object (line 1, column 8)",
        "[1 2]           | expected ',' or ']', found '2' (line 1, column 4)",
        "[1              | expected ',' or ']', found the end of the text (line 1, column 3)",
        "[01]            | expected ',' or ']', found '1' (line 1, column 3)",
        "[1.]            | expected a digit, found ']' (line 1, column 4)",
        "[-]             | expected a digit, found ']' (line 1, column 3)",
        "[1e+]           | expected a digit, found ']' (line 1, column 5)",
        "[.5]            | expected a JSON value, found '.' (line 1, column 2)",
        "[\"\\x\"]       | \\x is no JSON escape (line 1, column 3)",
        "[\"\\u12g4\"]   | expected a hexadecimal digit, found 'g' (line 1, column 7)",
        "[\"abc          | the text ends inside the string that begins (line 1, column 2)",
        "[\u00a0]        | expected a JSON value, found U+00A0 (line 1, column 2)",
        "[]              | expected a Mapscope report, found JSON without \"schema\" (line 1, column 1)",
        "{\"schema\":2}  | schema: this version reads schema 1, the report has 2 (line 1, column 11)",
        "{\"schema\":\"1\"} | schema: expected an integer, found a string (line 1, column 11)",
        "{\"schema\":1}  | property \"generatedAt\" is missing (line 1, column 1)",
      })
  void read_brokenText_saysWhatAndWhere(String text, String message) {
    assertThatThrownBy(() -> ReportJson.read(text))
        .isInstanceOf(MalformedReport.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"pid\": 4711          | \"pid\": null           | jvm.pid: expected an integer, found null",
        "\"pid\": 4711          | \"pid\": 4711.5         | jvm.pid: expected an integer of at most 64 bits, found the number 4711.5",
        "\"pid\": 4711          | \"pid\": 1e999999999    | jvm.pid: expected an integer of at most 64 bits, found the number 1e999999999",
        "\"pid\": 4711          | \"pid\": -1             | jvm: pid must not be negative, but is -1",
        "\"cpus\": 2            | \"cpus\": 2147483648    | jvm.cpus: expected an integer of at most 32 bits, found the number 2147483648",
        "\"cpus\": 2,           | ``                     | jvm: property \"cpus\" is missing",
        "\"kind\": \"firstUse\" | \"kind\": \"guess\"    | maps[2].site.kind: there is no site kind \"guess\"",
        "\"merge\": 40          | \"merge\": -40          | maps[2].operations: merge must not be negative, but is -40",
        "\"coverage\": 1.0      | \"coverage\": 1.5       | agent: agent.coverage must lie between 0 and 1, but is 1.5",
        "2026-03-04T12          | 2026-33-04T12          | generatedAt: expected a time like 2026-01-31T12:00:00Z",
        "\"durationSeconds\": 30.125 | \"durationSeconds\": 1e999 | durationSeconds must be a finite number, but is Infinity",
        "\"overlapExamples\": [] | \"overlapExamples\": {} | maps[0].misuse.overlapExamples: expected an array, found an object",
      })
  void read_wrongValue_namesThePathToIt(String right, String wrong, String message) {
    String json = SHOP.replaceFirst(Pattern.quote(right), wrong);

    assertThat(json).isNotEqualTo(SHOP);
    assertThatThrownBy(() -> ReportJson.read(json))
        .isInstanceOf(MalformedReport.class)
        .hasMessageStartingWith(message)
        .hasMessageMatching(".* \\(line \\d+, column \\d+\\)");
  }

  @Test
  void read_faultOnALaterLine_givesThatLine() {
    assertThatThrownBy(() -> ReportJson.read("{\n  \"schema\": 1,\n  ?}"))
        .hasMessageEndingWith("found '?' (line 3, column 3)");
  }

  @Test
  void read_nestedWithoutEnd_isRefusedWithoutOverflowingTheStack() {
    assertThatThrownBy(() -> ReportJson.read("[".repeat(1_000_000)))
        .isInstanceOf(MalformedReport.class)
        .hasMessage("nested deeper than 64 levels (line 1, column 65)");
  }

  @Test
  void read_endlessNumber_isRefused() {
    assertThatThrownBy(() -> ReportJson.read("[" + "9".repeat(10_000_000) + "]"))
        .isInstanceOf(MalformedReport.class)
        .hasMessage("a number of more than 400 characters (line 1, column 2)");
  }

  @Test
  void read_faultThatQuotesTheText_staysOneShortLine() {
    String name = "x\\n\\u001b".repeat(1000);

    assertThatThrownBy(() -> ReportJson.read("{\"" + name + "\":1,\"" + name + "\":1}"))
        .isInstanceOf(MalformedReport.class)
        .message()
        .hasSizeLessThan(400)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void read_everyTruncation_isRefused() {
    String json = SHOP.strip();
    for (int length = 0; length < json.length(); length += 7) {
      String truncated = json.substring(0, length);
      assertThatThrownBy(() -> ReportJson.read(truncated)).isInstanceOf(MalformedReport.class);
    }
  }

  @Test
  void read_randomDamage_eitherReadsOrSaysWhy() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      StringBuilder damaged = new StringBuilder(SHOP);
      for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x100));
      }
      Throwable thrown = catchThrowable(() -> ReportJson.read(damaged.toString()));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(MalformedReport.class);
      }
    }
  }
}
