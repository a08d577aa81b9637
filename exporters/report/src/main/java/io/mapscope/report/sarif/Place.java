package io.mapscope.report.sarif;

import io.mapscope.profile.Site;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of source in the words of SARIF.
 *
 * @param className binary name of the class
 * @param member what the place is called within code: a method or a field
 * @param line from 1, or {@link Site#UNKNOWN_LINE}
 */
record Place(String className, String member, int line) {

  /** {@code com.acme.Routes.find:50}; the line may be missing. */
  private static final Pattern FRAME = Pattern.compile("(.+)\\.([^.:]+)(?::(\\d{1,9}))?");

  private static final String UNRESERVED = "-._~/";

  /** Where the maps of {@code site} are made. */
  static Place of(Site site) {
    return new Place(site.className(), site.className() + "." + site.method(), site.line());
  }

  /** The place of a frame's text, or null when it is none. */
  static @Nullable Place ofFrame(String frame) {
    Matcher parts = FRAME.matcher(frame);
    if (!parts.matches()) {
      return null;
    }
    int line = parts.group(3) == null ? Site.UNKNOWN_LINE : Integer.parseInt(parts.group(3));
    return new Place(parts.group(1), parts.group(1) + "." + parts.group(2), line);
  }

  /** Writes the properties of a location into the object that is open. */
  void write(JsonWriter json, SourceRoots roots) throws IOException {
    json.name("physicalLocation").open('{');
    json.name("artifactLocation").openInline('{');
    json.name("uri").value(encoded(roots.pathOf(className)));
    json.name("uriBaseId").value(SarifReport.SOURCE_BASE);
    json.close('}');
    if (line > 0) {
      json.name("region").openInline('{').name("startLine").value(line).close('}');
    }
    json.close('}');
    json.name("logicalLocations").open('[').openInline('{');
    json.name("fullyQualifiedName").value(member);
    json.name("kind").value("function");
    json.close('}').close(']');
  }

  /** A relative URI; whatever has a meaning in one is encoded. */
  static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
