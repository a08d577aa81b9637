package io.mapscope.weaver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The classification of map operations, as data: which operation of the vocabulary each public
 * method of the map interfaces and of their views counts as. The families do the weaving; a test
 * holds every one of them against this table, and {@code docs/operations.md} shows it.
 */
final class OperationTable {
  /**
   * One line of the table.
   *
   * @param type interface that declares the method, or the view it belongs to
   * @param outcome {@code always}, or {@code hit} or {@code miss} when the result decides
   * @param operation name in the vocabulary, {@code -} for none
   */
  record Row(String type, String method, String outcome, String operation) {}

  private static final String RESOURCE = "operations.tsv";

  private OperationTable() {}

  static List<Row> read() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = OperationTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("there is no " + RESOURCE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] columns = line.split("\t");
          rows.add(new Row(columns[0], columns[1], columns[2], columns[3]));
        }
      }
    }
    return rows;
  }
}
