package io.mapscope.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: all programs with their labels. */
@Command(name = "list", description = "Lists the programs.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  @Option(names = "--json", description = "as JSON: name, class, rules, also, map, source")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    final PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(Catalogue.all()));
    } else {
      Catalogue.all().forEach(entry -> out.println(asText(entry)));
    }
    out.flush();
    return 0;
  }

  private static String asText(Entry entry) {
    final String rules = entry.healthy() ? "(healthy)" : String.join(", ", entry.rules());
    return "%-40s %-24s %s".formatted(entry.name(), rules, entry.source());
  }

  private static String asJson(List<Entry> entries) throws IOException {
    final ObjectMapper mapper = new ObjectMapper();
    final ArrayNode array = mapper.createArrayNode();
    for (final Entry entry : entries) {
      final ObjectNode node = array.addObject();
      node.put("name", entry.name());
      node.put("class", entry.type().getName());
      node.put("map", entry.map());
      node.put("source", entry.source());
      if (!entry.fix().isEmpty()) {
        node.put("fix", entry.fix());
      }
      entry.rules().forEach(node.putArray("rules")::add);
      entry.also().forEach(node.putArray("also")::add);
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
  }
}
