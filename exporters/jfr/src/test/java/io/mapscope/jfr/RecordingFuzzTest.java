package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged recordings, read in a JVM with little memory. */
class RecordingFuzzTest {

  private static final Report REPORT = ReportSamples.shop().withFindings(FindingSamples.shop());

  @TempDir Path directory;

  @Test
  void recording_damagedInAnyWay_isReadOrRefusedInOneLineWithinBoundedMemory() throws Exception {
    Path recording = Recordings.of(directory, REPORT);

    ChildJvm child =
        ChildJvm.java(
            List.of("-Xmx128m", "-Dfuzz.factor=" + Integer.getInteger("fuzz.factor", 1)),
            RecordingFuzzProgram.class,
            recording.toString(),
            "400");

    assertThat(child.output()).endsWith("done" + System.lineSeparator());
    assertThat(child.status()).isZero();
  }
}
