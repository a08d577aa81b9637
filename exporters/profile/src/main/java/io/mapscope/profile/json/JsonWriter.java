package io.mapscope.profile.json;

import io.mapscope.profile.MapFacts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document to an {@link Appendable}, in block layout (a line per element) or, from
 * an {@code openInline} to its {@code close}, on one line.
 *
 * <p>The caller opens, names and closes in a valid order; this is not checked.
 */
public final class JsonWriter {

  private static final String INDENT = "  ";

  private final Appendable out;
  private int depth;
  private int inlineDepth;
  private boolean first = true;
  private boolean named;

  /** A writer that has written nothing yet. */
  public JsonWriter(Appendable out) {
    this.out = out;
  }

  /** The same, but the whole document stands on one line. */
  public static JsonWriter compact(Appendable out) {
    JsonWriter json = new JsonWriter(out);
    json.inlineDepth = 1;
    return json;
  }

  /** Opens an object or array whose elements stand on lines of their own. */
  public JsonWriter open(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    inlineDepth += inlineDepth > 0 ? 1 : 0;
    first = true;
    return this;
  }

  /** Opens an object or array that stays on this line with all it contains. */
  public JsonWriter openInline(char bracket) throws IOException {
    open(bracket);
    inlineDepth = Math.max(inlineDepth, 1);
    return this;
  }

  public JsonWriter close(char bracket) throws IOException {
    depth--;
    if (!first && inlineDepth == 0) {
      newLine();
    }
    inlineDepth -= inlineDepth > 0 ? 1 : 0;
    out.append(bracket);
    first = false;
    return this;
  }

  public JsonWriter name(String name) throws IOException {
    separate();
    JsonText.quote(name, out);
    out.append(": ");
    named = true;
    return this;
  }

  public JsonWriter value(@Nullable String value) throws IOException {
    if (value == null) {
      return nullValue();
    }
    separate();
    JsonText.quote(value, out);
    return this;
  }

  public JsonWriter nullValue() throws IOException {
    separate();
    out.append("null");
    return this;
  }

  public JsonWriter value(long value) throws IOException {
    separate();
    out.append(Long.toString(value));
    return this;
  }

  public JsonWriter value(boolean value) throws IOException {
    separate();
    out.append(value ? "true" : "false");
    return this;
  }

  /** A property, left out when its figure is {@link MapFacts#UNKNOWN}. */
  public JsonWriter known(String name, long value) throws IOException {
    return value == MapFacts.UNKNOWN ? this : name(name).value(value);
  }

  /** A finite number as the shortest text that reads back to it; null for NaN. */
  public JsonWriter value(double value) throws IOException {
    separate();
    out.append(Double.isNaN(value) ? "null" : Double.toString(value));
    return this;
  }

  /** Ends the document. */
  public void end() throws IOException {
    out.append('\n');
  }

  private void separate() throws IOException {
    if (named) {
      named = false;
      return;
    }
    if (!first) {
      out.append(inlineDepth > 0 ? ", " : ",");
    }
    if (inlineDepth == 0 && depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() throws IOException {
    out.append('\n');
    for (int i = 0; i < depth; i++) {
      out.append(INDENT);
    }
  }
}
