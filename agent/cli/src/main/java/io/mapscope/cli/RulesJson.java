package io.mapscope.cli;

import io.mapscope.advisor.Fact;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Threshold;
import io.mapscope.profile.Severity;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** The rules of the advisor for programs. */
final class RulesJson {

  private final JsonWriter json;

  private RulesJson(Appendable out) {
    json = new JsonWriter(out);
  }

  static String of(List<Rule> rules) {
    StringBuilder text = new StringBuilder();
    try {
      new RulesJson(text).write(rules);
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  private void write(List<Rule> rules) throws IOException {
    json.open('{').name("rules").open('[');
    for (Rule rule : rules) {
      write(rule);
    }
    json.close(']').close('}').end();
  }

  private void write(Rule rule) throws IOException {
    json.open('{');
    json.name("id").value(rule.id());
    json.name("title").value(rule.title());
    texts("severities", rule.severities().stream().map(Severity::jsonName).toList());
    texts("needs", rule.needs().stream().map(Fact::words).toList());
    json.name("thresholds").open('[');
    for (Threshold threshold : rule.thresholds()) {
      write(threshold);
    }
    json.close(']');
    texts("sources", rule.sources());
    json.close('}');
  }

  private void write(Threshold threshold) throws IOException {
    json.open('{');
    json.name("name").value(threshold.name());
    json.name("default").value(threshold.standard());
    json.name("unit").value(RulesText.unit(threshold));
    json.name("property").value(RulesCommand.PROPERTY_PREFIX + threshold.key());
    json.name("why").value(threshold.why());
    json.close('}');
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.name(name).open('[');
    for (String text : texts) {
      json.value(text);
    }
    json.close(']');
  }
}
