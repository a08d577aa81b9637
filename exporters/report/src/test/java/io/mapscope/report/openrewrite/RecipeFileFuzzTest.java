package io.mapscope.report.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Hostile;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Names of the observed program stay in the comments and the quoted values of a recipe. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class RecipeFileFuzzTest {

  /** All that a line of a recipe may be; the value of an option is the first group. */
  private static final Pattern LINE =
      Pattern.compile(
          "#.*|---|type: specs.openrewrite.org/v1beta/recipe|name: io.mapscope.MendFindings"
              + "|(?:displayName|description): [A-Za-z ]+\\.?|recipeList:(?: \\[\\])?|  # .*"
              + "|  - io\\.mapscope\\.openrewrite\\.\\w+:|      \\w+: (\"[ -~]*\"|\\d+)");

  private static final List<String> RULES =
      List.of("lock-contended-map", "unsafe-shared-map", "check-then-act", "resize-churn");

  @Test
  void recipe_ofHostileReports_hasNoLineOfTheirs() {
    Fuzz.cases(300, random -> assertLines(new RecipeFile(Hostile.report(random)).text(), null));
  }

  @Test
  void recipe_thatMendsAHostileField_quotesItsName() {
    Fuzz.cases(
        300,
        random -> {
          String field = Hostile.text(random);
          assertLines(recipe(RULES.get(random.nextInt(RULES.size())), field, random), field);
        });
  }

  private static String recipe(String rule, String field, Random random) {
    String owner = field.contains(".") ? field.substring(0, field.lastIndexOf('.')) : field;
    List<String> stack = List.of(owner + "." + Hostile.text(random) + ":1");
    MapProfile map =
        RecipeFileTest.map(
            new Site(owner, Hostile.text(random), 1, field, SiteKind.ALLOCATION), clean());
    Finding finding = RecipeFileTest.finding(rule, Map.of("lookUp", stack, "write", stack));
    return new RecipeFile(ReportSamples.report(List.of(map)).withFindings(List.of(finding))).text();
  }

  private static MapFacts clean() {
    return RecipeFileTest.CLEAN.withLives(RecipeFileTest.OUTGROWN);
  }

  private static void assertLines(String recipe, @Nullable String field) throws Exception {
    for (String line : recipe.split("\n", -1)) {
      if (!line.isEmpty()) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        String value = matcher.group(1);
        if (value != null && line.startsWith("      field: ") && field != null) {
          // The escapes of YAML that are used are those of JSON, too.
          assertThat(new ObjectMapper().readValue(value, String.class)).isEqualTo(field);
        }
      }
    }
  }
}
