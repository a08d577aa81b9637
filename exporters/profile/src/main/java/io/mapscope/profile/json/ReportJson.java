package io.mapscope.profile.json;

import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON form of a {@link Report}: {@code schema: 1}, described by the resource {@value
 * #SCHEMA_RESOURCE} beside this class.
 *
 * <p>A report that is written and read back equals itself. Facts that this version does not record
 * are absent from the JSON, they are not zero. Reading ignores properties it does not know, so that
 * a report of a later version with the same schema number can be read.
 */
public final class ReportJson {

  /** Name of the JSON Schema, to be looked up from this class. */
  public static final String SCHEMA_RESOURCE = "report-schema-1.json";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ReportJson() {}

  /** Writes {@code report} as indented JSON that ends with a line feed. */
  public static void write(Report report, Appendable out) throws IOException {
    new ReportJsonWriter(new JsonWriter(out)).write(report);
  }

  /** Writes {@code report} as one line of JSON, for where a program reads it and length counts. */
  public static void writeCompact(Report report, Appendable out) throws IOException {
    new ReportJsonWriter(JsonWriter.compact(out)).write(report);
  }

  /** The JSON of {@code report} as one text. */
  public static String toJson(Report report) {
    StringBuilder text = new StringBuilder();
    try {
      write(report, text);
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  /**
   * The report in {@code utf8}, the content of a file; a byte order mark is skipped.
   *
   * @throws MalformedReport when it is no UTF-8, no JSON or no report of schema 1
   */
  public static Report read(byte[] utf8) throws MalformedReport {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedReport("expected UTF-8 text, found bytes that are none");
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return read(marked ? text.substring(1) : text);
  }

  /**
   * The report in {@code json}.
   *
   * @throws MalformedReport when it is no JSON or no report of schema 1
   */
  public static Report read(String json) throws MalformedReport {
    return ReportJsonReader.read(json);
  }
}
