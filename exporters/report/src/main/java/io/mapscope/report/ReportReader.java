package io.mapscope.report;

import io.mapscope.profile.Report;
import io.mapscope.profile.json.MalformedReport;
import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a report back from its JSON file. */
public final class ReportReader {

  /** Far more than a report with the largest number of sites takes; guards against wrong files. */
  static final long MAX_BYTES = 256L << 20;

  private ReportReader() {}

  /**
   * The report in {@code file}.
   *
   * @throws ReportRefused when the file is missing, too large, or no report
   */
  public static Report read(Path file) throws ReportRefused {
    if (!Files.exists(file)) {
      throw new ReportRefused(file, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new ReportRefused(file, "is no regular file, expected a report in JSON");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ReportRefused(
            file, "is larger than a report can be, at most " + (MAX_BYTES >> 20) + " MiB");
      }
      return ReportJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ReportRefused(file, "cannot be read, " + e, e);
    } catch (MalformedReport e) {
      throw new ReportRefused(file, String.valueOf(e.getMessage()), e);
    }
  }
}
