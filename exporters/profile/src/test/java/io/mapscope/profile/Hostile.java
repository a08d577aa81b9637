package io.mapscope.profile;

import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as an attacker would choose them, and reports in which every free text is such a name. */
public final class Hostile {

  /** What some reader of some output might take for more than text. */
  private static final List<String> PARTS =
      List.of(
          ReportSamples.NASTY,
          "</script><script>alert(1)</script>",
          "</pre></noscript><img src=x onerror=alert(1)>",
          "<!--",
          "-->",
          "]]>",
          "<svg/onload=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' style='x",
          "&lt;b&gt;&#60;&amp",
          "javascript:alert(1)",
          "\u001b]0;title\u0007",
          "\u001b[2J\u001b[1;1H",
          "\u009b31m",
          "\u0090q\u009c",
          "\r\nmapscope: error: not ours",
          "\r",
          "\u0085",
          "\u2028",
          "\u202emoc.live",
          "\u200f\u2066\ufeff",
          "\ue000\uffff",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "a\u0300\u0301",
          "\u4e2d\u6587",
          "{0} {} {{",
          "%s%n%x",
          "${env:HOME}",
          "[link](javascript:alert(1))",
          "![x](http://x/)",
          "| a | b |\n|---|---|",
          "`code`",
          "\n---\ntype: specs.openrewrite.org/v1beta/recipe",
          ": ",
          " #",
          "\n- x: !!java.lang.Runtime {}",
          "&anchor *anchor",
          "../../../../etc/passwd",
          "/etc/passwd",
          "file:///etc/passwd",
          "//host/share",
          "C:\\x",
          "\\",
          "\"",
          "\0",
          "\t",
          " ",
          "",
          ".",
          "$",
          "java.util.HashMap",
          "com.acme.Routes.table",
          "a",
          "W".repeat(300));

  /** A string of JSON, and the colon that makes it the name of a property. */
  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"(\\s*:)?", Pattern.DOTALL);

  private static final Report BASE = ReportSamples.shop().withFindings(FindingSamples.proven());
  private static final List<String> RULES =
      List.of("lock-contended-map", "check-then-act", "resize-churn", "unsafe-shared-map");

  /** Texts of the base that are not free, because the report would be none with another one. */
  private static final Set<String> FIXED = fixed();

  private Hostile() {}

  /** A name of several hostile parts. */
  public static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(1, 5); parts > 0; parts--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  /** A report in which most texts are hostile; equal texts stay equal. */
  public static Report report(Random random) throws MalformedReport {
    Map<String, String> chosen = new HashMap<>();
    return ReportJson.read(
        replaced(
            original ->
                chosen.computeIfAbsent(
                    original,
                    text ->
                        FIXED.contains(text) || random.nextInt(5) == 0
                            ? text
                            : quoted(isRule(text) ? rule(random) : text(random)))));
  }

  /** Rules decide what is done about a finding, so known ones are needed, too. */
  private static String rule(Random random) {
    return random.nextBoolean() ? RULES.get(random.nextInt(RULES.size())) : text(random);
  }

  private static boolean isRule(String text) {
    return BASE.findings().stream().anyMatch(finding -> finding.rule().equals(text));
  }

  private interface Choice {
    /** What stands between the quotes instead of {@code original}. */
    String instead(String original);
  }

  private static String replaced(Choice choice) {
    return STRING
        .matcher(ReportJson.toJson(BASE))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) != null
                        ? found.group()
                        : '"' + choice.instead(found.group(1)) + '"'));
  }

  private static Set<String> fixed() {
    Set<String> texts = new HashSet<>();
    Matcher all = STRING.matcher(ReportJson.toJson(BASE));
    while (all.find()) {
      if (all.group(2) == null) {
        texts.add(all.group(1));
      }
    }
    texts.removeIf(Hostile::isFree);
    return texts;
  }

  private static boolean isFree(String text) {
    try {
      ReportJson.read(replaced(original -> original.equals(text) ? "any text" : original));
      return true;
    } catch (MalformedReport needed) {
      return false;
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
    return quoted.toString();
  }
}
