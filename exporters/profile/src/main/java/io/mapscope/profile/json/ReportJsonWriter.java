package io.mapscope.profile.json;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.Finding;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.profile.Site;
import io.mapscope.profile.UntrackedMaps;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a {@link Report} out as JSON; one method per record. */
final class ReportJsonWriter {

  private final JsonWriter json;

  ReportJsonWriter(JsonWriter json) {
    this.json = json;
  }

  void write(Report report) throws IOException {
    json.open('{');
    json.name("schema").value(Report.SCHEMA);
    json.name("generatedAt").value(report.generatedAt().toString());
    json.name("durationSeconds").value(report.durationSeconds());
    jvm(report.jvm());
    agent(report.agent());
    json.name("maps").open('[');
    for (MapProfile map : report.maps()) {
      map(map);
    }
    json.close(']');
    json.name("findings").open('[');
    for (Finding finding : report.findings()) {
      json.open('{');
      FindingJson.write(json, finding);
      json.close('}');
    }
    json.close(']');
    json.close('}').end();
  }

  private void jvm(JvmInfo jvm) throws IOException {
    json.name("jvm").open('{');
    json.name("version").value(jvm.version());
    json.name("vendor").value(jvm.vendor());
    json.name("pid").value(jvm.pid());
    json.name("mainClass").value(jvm.mainClass());
    json.name("cpus").value(jvm.cpus());
    json.name("gc").value(jvm.gc());
    json.known("cpuNanos", jvm.cpuNanos());
    json.known("allocatedBytes", jvm.allocatedBytes());
    json.known("heapMaxBytes", jvm.heapMaxBytes());
    json.close('}');
  }

  private void agent(AgentInfo agent) throws IOException {
    json.name("agent").open('{');
    json.name("version").value(agent.version());
    json.name("budget").value(agent.budget());
    json.name("coverage").value(agent.coverage());
    json.name("overheadRatio").value(agent.overheadRatio());
    json.name("droppedRecords").value(agent.droppedRecords());
    json.name("unkeptExamples").value(agent.unkeptExamples());
    json.name("suppressedErrors").value(agent.suppressedErrors());
    json.name("trackedMaps").value(agent.trackedMaps());
    json.name("sites").value(agent.sites());
    json.name("wovenClasses").open('[');
    for (String wovenClass : agent.wovenClasses()) {
      json.value(wovenClass);
    }
    json.close(']');
    refusedClasses(agent.refusedClasses());
    untracked(agent.untracked());
    json.close('}');
  }

  private void refusedClasses(List<RefusedClass> refusedClasses) throws IOException {
    json.name("refusedClasses").open('[');
    for (RefusedClass refused : refusedClasses) {
      json.openInline('{');
      json.name("class").value(refused.className());
      json.name("reason").value(refused.reason());
      json.close('}');
    }
    json.close(']');
  }

  private void untracked(List<UntrackedMaps> untracked) throws IOException {
    json.name("untracked").open('[');
    for (UntrackedMaps maps : untracked) {
      json.open('{');
      json.name("reason").value(maps.reason());
      json.name("mapsCreated").value(maps.mapsCreated());
      operations(maps.operations(), null);
      json.close('}');
    }
    json.close(']');
  }

  private void map(MapProfile map) throws IOException {
    json.open('{');
    json.name("id").value(map.id());
    json.name("class").value(map.mapClass());
    json.name("wraps").value(map.wraps());
    site(map.site());
    json.name("instances").openInline('{');
    json.name("created").value(map.instances().created());
    json.name("alive").value(map.instances().alive());
    json.close('}');
    json.name("entries").value(map.entries());
    json.name("entriesGrowthPerSecond").value(map.entriesGrowthPerSecond());
    json.name("capacity").value(map.capacity());
    json.name("threads").openInline('{');
    json.name("readers").value(map.threads().readers());
    json.name("writers").value(map.threads().writers());
    json.close('}');
    json.name("coverage").value(map.coverage());
    operations(map.operations(), map.facts().operationErrors());
    json.name("traversedEntries").value(map.traversedEntries());
    json.name("readRatio").value(map.operations().readRatio());
    json.name("misuse").open('{');
    MisuseJson.write(json, map.misuse());
    json.close('}');
    MapFactsJson.write(json, map.facts());
    json.close('}');
  }

  private void site(Site site) throws IOException {
    json.name("site").openInline('{');
    json.name("class").value(site.className());
    json.name("method").value(site.method());
    json.name("line").value(site.line());
    json.name("field").value(site.field());
    json.name("kind").value(site.kind().jsonName());
    json.close('}');
  }

  private void operations(OperationCounts counts, @Nullable OperationCounts errors)
      throws IOException {
    json.name("operations").openInline('{');
    OperationsJson.counts(json, counts);
    if (errors != null) {
      OperationsJson.errors(json, errors);
    }
    json.close('}');
  }
}
