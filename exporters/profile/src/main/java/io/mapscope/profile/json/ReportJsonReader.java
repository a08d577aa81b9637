package io.mapscope.profile.json;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.Instances;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import io.mapscope.profile.UntrackedMaps;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Report} from JSON; one method per record. */
final class ReportJsonReader {

  private ReportJsonReader() {}

  static Report read(String json) throws MalformedReport {
    JsonSource source = new JsonSource(json);
    JsonCursor root = new JsonCursor(source, JsonParser.parse(source), "");
    if (!root.has("schema")) {
      throw root.fault("expected a Mapscope report, found JSON without \"schema\"");
    }
    int schema = root.get("schema").integer();
    if (schema != Report.SCHEMA) {
      throw root.get("schema")
          .fault("this version reads schema " + Report.SCHEMA + ", the report has " + schema);
    }
    return root.as(ReportJsonReader::report);
  }

  private static Report report(JsonCursor json) throws MalformedReport {
    return new Report(
        json.get("generatedAt").as(ReportJsonReader::instant),
        json.get("durationSeconds").number(),
        json.get("jvm").as(ReportJsonReader::jvm),
        json.get("agent").as(ReportJsonReader::agent),
        json.get("maps").list(ReportJsonReader::map),
        json.get("findings").list(FindingJson::read));
  }

  private static Instant instant(JsonCursor json) throws MalformedReport {
    String text = json.string();
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw json.fault("expected a time like 2026-01-31T12:00:00Z, found \"" + text + "\"");
    }
  }

  private static JvmInfo jvm(JsonCursor json) throws MalformedReport {
    return new JvmInfo(
        json.get("version").string(),
        json.get("vendor").string(),
        json.get("pid").longInteger(),
        json.get("mainClass").string(),
        json.get("cpus").integer(),
        json.get("gc").string(),
        json.known("cpuNanos"),
        json.known("allocatedBytes"),
        json.known("heapMaxBytes"));
  }

  private static AgentInfo agent(JsonCursor json) throws MalformedReport {
    return new AgentInfo(
        json.get("version").string(),
        json.get("budget").string(),
        json.get("coverage").number(),
        json.get("overheadRatio").numberOrNaN(),
        json.get("droppedRecords").longInteger(),
        json.get("suppressedErrors").longInteger(),
        json.get("trackedMaps").longInteger(),
        json.get("sites").integer(),
        json.get("wovenClasses").list(JsonCursor::string),
        json.get("refusedClasses").list(ReportJsonReader::refusedClass),
        json.get("untracked").list(ReportJsonReader::untracked),
        Math.max(0, json.known("unkeptExamples")));
  }

  private static RefusedClass refusedClass(JsonCursor json) throws MalformedReport {
    return new RefusedClass(json.get("class").string(), json.get("reason").string());
  }

  private static UntrackedMaps untracked(JsonCursor json) throws MalformedReport {
    return new UntrackedMaps(
        json.get("reason").string(),
        json.get("mapsCreated").longInteger(),
        json.get("operations").as(OperationsJson::counts));
  }

  private static MapProfile map(JsonCursor json) throws MalformedReport {
    return new MapProfile(
        json.get("id").string(),
        json.get("class").string(),
        json.get("wraps").nullableString(),
        json.get("site").as(ReportJsonReader::site),
        json.get("instances").as(ReportJsonReader::instances),
        json.get("entries").longInteger(),
        json.get("entriesGrowthPerSecond").number(),
        json.get("capacity").longInteger(),
        json.get("threads").as(ReportJsonReader::threads),
        json.get("coverage").number(),
        json.get("operations").as(OperationsJson::counts),
        json.get("traversedEntries").longInteger(),
        json.get("misuse").as(MisuseJson::read),
        MapFactsJson.read(json).withOperationErrors(errors(json)));
  }

  private static @Nullable OperationCounts errors(JsonCursor map) throws MalformedReport {
    return OperationsJson.errors(map.get("operations"));
  }

  private static Site site(JsonCursor json) throws MalformedReport {
    return new Site(
        json.get("class").string(),
        json.get("method").string(),
        json.get("line").integer(),
        json.get("field").nullableString(),
        json.get("kind").as(kind -> SiteKind.ofJsonName(kind.string())));
  }

  private static Instances instances(JsonCursor json) throws MalformedReport {
    return new Instances(json.get("created").longInteger(), json.get("alive").longInteger());
  }

  private static Threads threads(JsonCursor json) throws MalformedReport {
    return new Threads(json.get("readers").integer(), json.get("writers").integer());
  }
}
