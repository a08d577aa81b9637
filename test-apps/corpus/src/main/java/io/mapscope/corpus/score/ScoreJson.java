package io.mapscope.corpus.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a score for programs. */
final class ScoreJson {
  private ScoreJson() {}

  static String write(Score score) throws JsonProcessingException {
    final ObjectMapper mapper = new ObjectMapper();
    final ObjectNode root = mapper.createObjectNode();
    put(root.putObject("overall"), score.overall());
    final ObjectNode rules = root.putObject("rules");
    score.byRule().forEach((rule, tally) -> put(rules.putObject(rule), tally));
    root.put("failures", score.failures());
    root.put("reachesGoal", score.reachesGoal());
    final ArrayNode runs = root.putArray("runs");
    score.judgements().forEach(judgement -> put(runs.addObject(), judgement));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void put(ObjectNode node, Tally tally) {
    node.put("expected", tally.expected());
    node.put("found", tally.found());
    node.put("missed", tally.missed());
    node.put("falseAlarms", tally.falseAlarms());
    node.put("precision", tally.precision());
    node.put("recall", tally.recall());
  }

  private static void put(ObjectNode node, Judgement judgement) {
    node.put("program", judgement.of().entry().name());
    node.put("form", judgement.of().form().name());
    node.put("jdk", judgement.of().jdk());
    judgement.found().forEach(node.putArray("found")::add);
    judgement.missed().forEach(node.putArray("missed")::add);
    texts(judgement.falseAlarms()).forEach(node.putArray("falseAlarms")::add);
    texts(judgement.remarks()).forEach(node.putArray("remarks")::add);
    node.put("failure", judgement.failure());
  }

  private static List<String> texts(List<Observed> findings) {
    return findings.stream().map(Observed::text).toList();
  }
}
