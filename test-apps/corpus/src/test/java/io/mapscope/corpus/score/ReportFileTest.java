package io.mapscope.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReportFileTest {
  private static final String AGENT = "'agent': {'suppressedErrors': 0, 'refusedClasses': []}";

  private static Observation read(String json) throws JsonProcessingException {
    return ReportFile.read(new ObjectMapper().readTree(json.replace('\'', '"')));
  }

  @Test
  void read_finding_isJoinedWithItsMap() throws JsonProcessingException {
    final Observation observation =
        read(
            "{"
                + AGENT
                + ", 'maps': [{'id': 'm1', 'site': {'class': 'A', 'method': 'load',"
                + " 'field': 'A.table'}}], 'findings': [{'rule': 'hot-bin', 'severity': 'warning',"
                + " 'map': 'm1', 'title': 'hot'}]}");

    assertThat(observation.failure()).isNull();
    assertThat(observation.findings())
        .containsExactly(new Observed("hot-bin", "warning", "hot", "A.table", "A.load()"));
  }

  @Test
  void read_findingAboutNoMapOfTheReport_isAboutNone() throws JsonProcessingException {
    final Observation observation =
        read("{" + AGENT + ", 'maps': [], 'findings': [{'rule': 'hot-bin', 'map': 'm1'}]}");

    assertThat(observation.findings()).extracting(Observed::maker).containsExactly("(no map)");
  }

  @Test
  void read_agentThatIsNotWell_fails() throws JsonProcessingException {
    assertThat(read("{'findings': [], 'agent': {'suppressedErrors': 2}}").failure())
        .isEqualTo("the agent suppressed 2 errors");
    assertThat(read("{'findings': []}").failure()).contains("-1");
    assertThat(read(refusing("java.util.HashMap")).failure())
        .startsWith("the agent refused classes of the JDK");
    assertThat(read(refusing("com.acme.OldWriter")).failure()).isNull();
  }

  private static String refusing(String name) {
    return "{'maps': [], 'findings': [], 'agent': {'suppressedErrors': 0,"
        + " 'refusedClasses': [{'class': '"
        + name
        + "', 'reason': 'unknown shape'}]}}";
  }

  @Test
  void read_withoutFindingsOrWithoutFile_fails() throws JsonProcessingException {
    assertThat(read("{" + AGENT + "}").failure()).isEqualTo("the report has no findings array");
    assertThat(ReportFile.read(Path.of("no-such-report.json")).failure())
        .startsWith("the agent left no report");
  }
}
